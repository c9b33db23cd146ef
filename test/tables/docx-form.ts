import { type Column, columns } from '../../src/model/case.ts'
import { relationshipNamespace } from '../../src/office/package.ts'
import { element, type XmlElement } from '../../src/office/xml-tree.ts'
import { headingTexts } from '../../src/render/table/cells.ts'
import { columnNames, fieldNames, marker } from '../../src/render/table/markers.ts'
import { columnWidths, page } from '../../src/render/table/page.ts'
import { twips, w, wordNamespace } from './docx-files.ts'
import { fontsPart, stylesPart } from './docx-form-styles.ts'
import { wordFile } from './word-file.ts'

const widths = columns.map((column) => twips(columnWidths[column]))
const tableWidth = widths.reduce((sum, width) => sum + width, 0)

const eastAsian = w('rPr', {}, w('rFonts', { hint: 'eastAsia' }))

export function run(text: string): XmlElement {
  return w('r', {}, eastAsian, element('w:t', { 'xml:space': 'preserve' }, text))
}

export function paragraph(style: string, ...runs: XmlElement[]): XmlElement {
  return w('p', {}, w('pPr', {}, w('pStyle', { val: style })), ...runs)
}

/** A day has the whole width: it must stay on one line in whatever font stands in for ours. */
function marginsOf(column: Column | undefined): readonly XmlElement[] {
  if (column !== 'filed' && column !== 'closed') return []
  return [w('tcMar', {}, ...['left', 'right'].map((side) => w(side, { w: 0, type: 'dxa' })))]
}

function row(isHeading: boolean, cells: readonly (readonly [string, string])[]): XmlElement {
  const properties = [w('cantSplit'), ...(isHeading ? [w('tblHeader')] : [])]
  const written = cells.map(([style, text], index) =>
    w(
      'tc',
      {},
      w('tcPr', {}, w('tcW', { w: widths[index] ?? 0, type: 'dxa' }), ...marginsOf(columns[index])),
      paragraph(style, run(text)),
    ),
  )
  return w('tr', {}, w('trPr', {}, ...properties), ...written)
}

const cellStyles: Readonly<Partial<Record<Column, string>>> = { url: 'FormAddress', remark: 'FormText' }

const table = w(
  'tbl',
  {},
  w(
    'tblPr',
    {},
    w('tblStyle', { val: 'FormTable' }),
    w('tblW', { w: tableWidth, type: 'dxa' }),
    w('tblLayout', { type: 'fixed' }),
    w('tblLook', {
      val: '0020',
      firstRow: 1,
      lastRow: 0,
      firstColumn: 0,
      lastColumn: 0,
      noHBand: 1,
      noVBand: 1,
    }),
  ),
  w('tblGrid', {}, ...widths.map((width) => w('gridCol', { w: width }))),
  row(
    true,
    headingTexts.map((text) => ['FormHeading', text]),
  ),
  row(
    false,
    columns.map((column) => [cellStyles[column] ?? 'FormCell', marker(columnNames[column])]),
  ),
)

const section = w(
  'sectPr',
  {},
  element('w:footerReference', { 'w:type': 'default', 'r:id': 'rId4' }),
  w('pgSz', { w: twips(page.width), h: twips(page.height), orient: 'landscape' }),
  w('pgMar', {
    top: twips(page.top),
    right: twips(page.right),
    bottom: twips(page.bottom),
    left: twips(page.left),
    header: twips(15),
    footer: twips(15),
    gutter: 0,
  }),
  w('docGrid', { linePitch: 312 }),
)

const text = element(
  'w:document',
  { 'xmlns:w': wordNamespace, 'xmlns:r': relationshipNamespace },
  w(
    'body',
    {},
    paragraph('FormLabel', run(marker(fieldNames.label))),
    paragraph('Title', run(marker(fieldNames.title))),
    paragraph(
      'FormLine',
      run(`填报单位：${marker(fieldNames.unit)}`),
      w('r', {}, w('tab')),
      run(`时间：${marker(fieldNames.date)}`),
    ),
    table,
    paragraph('FormNote', run(marker(fieldNames.note))),
    section,
  ),
)

export function field(code: string): readonly XmlElement[] {
  const step = (type: string): XmlElement => w('r', {}, w('fldChar', { fldCharType: type }))
  const instruction = element('w:instrText', { 'xml:space': 'preserve' }, ` ${code} `)
  return [step('begin'), w('r', {}, instruction), step('separate'), run('1'), step('end')]
}

const footer = element(
  'w:ftr',
  { 'xmlns:w': wordNamespace },
  paragraph('Footer', run('第 '), ...field('PAGE'), run(' 页　共 '), ...field('NUMPAGES'), run(' 页')),
)

export const settings = element(
  'w:settings',
  { 'xmlns:w': wordNamespace },
  w('zoom', { percent: 100 }),
  w('defaultTabStop', { val: 420 }),
  w('characterSpacingControl', { val: 'compressPunctuation' }),
  w(
    'compat',
    {},
    // Without it Word opens the file in the compatibility mode of 2007.
    w('compatSetting', {
      name: 'compatibilityMode',
      uri: 'http://schemas.microsoft.com/office/word',
      val: 15,
    }),
  ),
  w('themeFontLang', { val: 'en-US', eastAsia: 'zh-CN' }),
)

/** templates/form.docx: the annex with markers. */
export function formDocument(): Uint8Array {
  return wordFile({
    text,
    styles: stylesPart(tableWidth),
    settings,
    fonts: fontsPart(['仿宋', '方正小标宋简体', '黑体', '宋体']),
    footer,
  })
}
