import { element, type XmlElement } from '../../src/office/xml-tree.ts'
import { typeSizes } from '../../src/render/table/page.ts'
import { w, wordNamespace } from './docx-files.ts'

/** Digits and addresses in Times New Roman: as narrow wherever it is opened, also without Chinese fonts. */
export function fonts(eastAsian: string, latin = 'Times New Roman'): XmlElement {
  return w('rFonts', { ascii: latin, hAnsi: latin, eastAsia: eastAsian, cs: latin })
}

export function size(points: number): readonly XmlElement[] {
  return [w('sz', { val: points * 2 }), w('szCs', { val: points * 2 })]
}

interface Look {
  readonly paragraph?: readonly XmlElement[]
  readonly letters?: readonly XmlElement[]
}

export function style(id: string, name: string, { paragraph = [], letters = [] }: Look): XmlElement {
  return w(
    'style',
    { type: 'paragraph', ...(id === 'Normal' && { default: 1 }), styleId: id },
    w('name', { val: name }),
    ...(id === 'Normal' ? [] : [w('basedOn', { val: 'Normal' })]),
    w('qFormat'),
    w('pPr', {}, ...paragraph),
    w('rPr', {}, ...letters),
  )
}

export const off = { val: 0 } as const
export const withNext = w('keepNext')
export const centred = w('jc', { val: 'center' })
const inCell = w('spacing', { before: 20, after: 20 })
// An address may break anywhere; otherwise Word leaves a gap before every long part of it.
const anywhere = w('wordWrap', { val: 0 })

function paragraphStyles(tableWidth: number): readonly XmlElement[] {
  const dateAtRight = w('tabs', {}, w('tab', { val: 'right', pos: tableWidth }))
  return [
    style('Normal', 'Normal', {
      paragraph: [w('widowControl', off), w('autoSpaceDE', off), w('autoSpaceDN', off), w('snapToGrid', off)],
    }),
    style('FormLabel', '表样附件', {
      // 附件 begins the first line, the second is blank, the title stands in the third.
      paragraph: [withNext, w('spacing', { after: typeSizes.label * 20 * 1.3 })],
      letters: [fonts('黑体', '黑体'), ...size(typeSizes.label)],
    }),
    style('Title', 'Title', {
      paragraph: [withNext, w('spacing', { after: 160 }), centred],
      letters: [fonts('方正小标宋简体'), ...size(typeSizes.title)],
    }),
    style('FormLine', '表样单位时间', {
      paragraph: [withNext, dateAtRight, w('spacing', { after: 80 })],
      letters: size(typeSizes.line),
    }),
    style('FormHeading', '表样表头', {
      paragraph: [withNext, inCell, centred],
      letters: [fonts('黑体', '黑体')],
    }),
    style('FormCell', '表样居中', { paragraph: [inCell, centred] }),
    style('FormText', '表样文字', { paragraph: [inCell] }),
    style('FormAddress', '表样网址', { paragraph: [anywhere, inCell] }),
    style('FormNote', '表样注', {
      paragraph: [w('keepLines'), w('spacing', { before: 120 })],
      letters: size(typeSizes.note),
    }),
    style('Footer', 'footer', { paragraph: [centred], letters: [fonts('宋体'), ...size(9)] }),
  ]
}

const linkStyle = w(
  'style',
  { type: 'character', styleId: 'Hyperlink' },
  w('name', { val: 'Hyperlink' }),
  w('rPr', {}, w('color', { val: '1F3864' })),
)

function border(side: string, eighthsOfPoint: number): XmlElement {
  return w(side, { val: 'single', sz: eighthsOfPoint, space: 0, color: '000000' })
}

export const tableStyle = w(
  'style',
  { type: 'table', styleId: 'FormTable' },
  w('name', { val: '表样表格' }),
  w(
    'tblPr',
    {},
    w(
      'tblBorders',
      {},
      ...['top', 'left', 'bottom', 'right'].map((side) => border(side, 8)),
      ...['insideH', 'insideV'].map((side) => border(side, 4)),
    ),
    w('tblCellMar', {}, w('left', { w: 57, type: 'dxa' }), w('right', { w: 57, type: 'dxa' })),
  ),
  w('tcPr', {}, w('vAlign', { val: 'center' })),
)

export function stylesPart(tableWidth: number): XmlElement {
  return stylesOf(
    [fonts('仿宋'), w('kern', { val: 0 }), ...size(typeSizes.cell)],
    [...paragraphStyles(tableWidth), linkStyle, tableStyle],
  )
}

/** The styles of a document whose letters look like this where no style says otherwise. */
export function stylesOf(letters: readonly XmlElement[], styles: readonly XmlElement[]): XmlElement {
  const language = w('lang', { val: 'en-US', eastAsia: 'zh-CN', bidi: 'ar-SA' })
  return element(
    'w:styles',
    { 'xmlns:w': wordNamespace },
    w('docDefaults', {}, w('rPrDefault', {}, w('rPr', {}, ...letters, language)), w('pPrDefault')),
    ...styles,
  )
}

const eastAsian = [
  { name: '仿宋', family: 'modern', instead: '仿宋_GB2312,FangSong,Noto Serif CJK SC' },
  { name: '仿宋_GB2312', family: 'modern', instead: '仿宋,FangSong,Noto Serif CJK SC' },
  {
    name: '方正小标宋简体',
    family: 'auto',
    instead: '方正小标宋_GBK,小标宋体,宋体,SimSun,Noto Serif CJK SC',
  },
  { name: '黑体', family: 'modern', instead: 'SimHei,Noto Sans CJK SC' },
  { name: '宋体', family: 'auto', instead: 'SimSun,Noto Serif CJK SC' },
] as const

/** What to use where a font is not installed: 方正小标宋简体 and 仿宋_GB2312 are not free. */
export function fontsPart(used: readonly string[]): XmlElement {
  const known = eastAsian.filter(({ name }) => used.includes(name))
  const fonts = known.map(({ name, family, instead }) =>
    w(
      'font',
      { name },
      w('altName', { val: instead }),
      // Hexadecimal: 134, the Windows code of GB 2312.
      w('charset', { val: '86' }),
      w('family', { val: family }),
    ),
  )
  return element('w:fonts', { 'xmlns:w': wordNamespace }, ...fonts)
}
