import { relationshipNamespace } from '../../src/office/package.ts'
import { element, type XmlElement } from '../../src/office/xml-tree.ts'
import { body, bold, footer, line, section, sizes, twoCharacters } from '../brief/template.ts'
import { twips, w, wordNamespace } from '../tables/docx-files.ts'
import { paragraph, run, settings } from '../tables/docx-form.ts'
import {
  centred,
  fonts,
  fontsPart,
  size,
  style,
  stylesOf,
  tableStyle,
  withNext,
} from '../tables/docx-form-styles.ts'
import { wordFile } from '../tables/word-file.ts'

/** In hundredths of a character, and in twips for programs that know no characters. */
function indent(sides: Readonly<Record<string, number>>): XmlElement {
  const each = Object.entries(sides).flatMap(([side, characters]) => [
    [side, Math.round(characters * sizes.body * 20)],
    [`${side}Chars`, characters * 100],
  ])
  return w('ind', Object.fromEntries(each))
}

const inCell = w('spacing', { before: 20, after: 20, line: 15 * 20, lineRule: 'exact' })
const small = size(10.5)

const styles = stylesOf(body, [
  style('Normal', 'Normal', {
    paragraph: [w('widowControl', { val: 0 }), w('snapToGrid', { val: 0 }), w('spacing', line)],
  }),
  style('Title', 'Title', {
    paragraph: [withNext, w('spacing', { before: 0, after: 560, line: 35 * 20, lineRule: 'exact' }), centred],
    letters: [fonts('方正小标宋简体'), ...size(sizes.title)],
  }),
  style('NoticeTo', '主送机关', { paragraph: [withNext] }),
  style('Heading1', 'heading 1', {
    paragraph: [withNext, twoCharacters, w('outlineLvl', { val: 0 })],
    letters: bold,
  }),
  style('BodyText', 'Body Text', { paragraph: [twoCharacters, w('jc', { val: 'both' })] }),
  // One line below the text; what a name runs over stands below the name, not below 附件.
  style('NoticeAttached', '附件说明', {
    paragraph: [withNext, w('spacing', { ...line, before: line.line }), indent({ left: 6.2, hanging: 4.2 })],
  }),
  style('NoticeAttachedNext', '附件说明续', {
    paragraph: [withNext, w('spacing', line), indent({ left: 6.2, hanging: 1.2 })],
  }),
  // The name stands centred above the day, and the day four characters from the right margin.
  style('Signature', 'Signature', {
    paragraph: [
      withNext,
      w('spacing', { ...line, before: 3 * line.line }),
      w('contextualSpacing'),
      indent({ left: 12 }),
      centred,
    ],
  }),
  style('NoticeAnnex', '附件字样', { paragraph: [w('pageBreakBefore'), withNext], letters: bold }),
  style('NoticeAnnexTitle', '附件标题', {
    paragraph: [
      withNext,
      w('spacing', { before: 280, after: 280, line: 30 * 20, lineRule: 'exact' }),
      centred,
    ],
    letters: [fonts('方正小标宋简体'), ...size(18)],
  }),
  style('NoticeHeading', '清单表头', {
    paragraph: [withNext, inCell, centred],
    letters: [...bold, ...small],
  }),
  style('NoticeCell', '清单居中', { paragraph: [inCell, centred], letters: small }),
  style('NoticeText', '清单文字', { paragraph: [inCell], letters: small }),
  style('NoticeEnd', '表后', {
    paragraph: [w('spacing', { line: 20, lineRule: 'exact' })],
    letters: size(1),
  }),
  style('Footer', 'footer', { paragraph: [centred], letters: [fonts('宋体'), ...size(sizes.page)] }),
  tableStyle,
])

/** Millimetres; the text is 156 wide. */
const columns = [
  ['NoticeCell', 10],
  ['NoticeCell', 19],
  ['NoticeText', 30],
  ['NoticeText', 20],
  ['NoticeText', 33],
  ['NoticeText', 44],
] as const

function row(isHeading: boolean): XmlElement {
  const cells = columns.map(([look, width]) =>
    w(
      'tc',
      {},
      w('tcPr', {}, w('tcW', { w: twips(width), type: 'dxa' })),
      paragraph(isHeading ? 'NoticeHeading' : look, run(isHeading ? '{{表头}}' : '{{内容}}')),
    ),
  )
  return w('tr', {}, w('trPr', {}, w('cantSplit'), ...(isHeading ? [w('tblHeader')] : [])), ...cells)
}

const table = w(
  'tbl',
  {},
  w(
    'tblPr',
    {},
    w('tblStyle', { val: 'FormTable' }),
    w('tblW', { w: twips(156), type: 'dxa' }),
    w('tblLayout', { type: 'fixed' }),
  ),
  w('tblGrid', {}, ...columns.map(([, width]) => w('gridCol', { w: twips(width) }))),
  row(true),
  row(false),
)

const patterns = [
  ['Title', '{{标题}}'],
  ['NoticeTo', '{{主送}}'],
  ['Heading1', '{{小标题}}'],
  ['BodyText', '{{正文}}'],
  ['NoticeAttached', '{{附件说明}}'],
  ['NoticeAttachedNext', '{{附件续}}'],
  ['Signature', '{{落款}}'],
  ['NoticeAnnex', '{{附件}}'],
  ['NoticeAnnexTitle', '{{附件标题}}'],
] as const

const text = element(
  'w:document',
  { 'xmlns:w': wordNamespace, 'xmlns:r': relationshipNamespace },
  w(
    'body',
    {},
    ...patterns.map(([name, words]) => paragraph(name, run(words))),
    table,
    paragraph('NoticeEnd', run('{{表后}}')),
    section,
  ),
)

/** templates/notice.docx: one paragraph of each kind, and a table of two rows. */
export function noticeTemplate(): Uint8Array {
  return wordFile({
    text,
    styles,
    settings,
    fonts: fontsPart(['仿宋_GB2312', '方正小标宋简体', '黑体', '宋体']),
    footer,
  })
}
