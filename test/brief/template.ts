import { relationshipNamespace } from '../../src/office/package.ts'
import { element } from '../../src/office/xml-tree.ts'
import { twips, w, wordNamespace } from '../tables/docx-files.ts'
import { field, paragraph, run, settings } from '../tables/docx-form.ts'
import {
  centred,
  fonts,
  fontsPart,
  off,
  size,
  style,
  stylesOf,
  withNext,
} from '../tables/docx-form-styles.ts'
import { wordFile } from '../tables/word-file.ts'

/** In points, by GB/T 9704: 2号, 3号, 4号. */
export const sizes = { title: 22, body: 16, page: 14 } as const

/** Twentieths of a point; 28 points make 22 lines a page. */
export const line = { line: 28 * 20, lineRule: 'exact' } as const

/** In hundredths of a character, so that it follows the size; the twips are for programs that know no characters. */
export const twoCharacters = w('ind', { firstLine: sizes.body * 2 * 20, firstLineChars: 200 })

export const body = [fonts('仿宋_GB2312'), w('kern', { val: 0 }), ...size(sizes.body)]
export const bold = [fonts('黑体', '黑体')]

const styles = stylesOf(body, [
  style('Normal', 'Normal', {
    paragraph: [w('widowControl', off), w('snapToGrid', off), w('spacing', line)],
  }),
  style('Title', 'Title', {
    paragraph: [withNext, w('spacing', { before: 0, after: 280, line: 35 * 20, lineRule: 'exact' }), centred],
    letters: [fonts('方正小标宋简体'), ...size(sizes.title)],
  }),
  style('BriefUnder', '题下', { paragraph: [withNext, centred] }),
  style('Heading1', 'heading 1', {
    paragraph: [withNext, twoCharacters, w('outlineLvl', { val: 0 })],
    letters: bold,
  }),
  style('BodyText', 'Body Text', { paragraph: [twoCharacters, w('jc', { val: 'both' })] }),
  // Two lines above the first: between paragraphs of one style contextualSpacing takes the space away.
  style('Signature', 'Signature', {
    paragraph: [
      withNext,
      w('spacing', { ...line, before: 2 * line.line }),
      w('contextualSpacing'),
      w('jc', { val: 'right' }),
    ],
  }),
  style('Footer', 'footer', { paragraph: [centred], letters: [fonts('宋体'), ...size(sizes.page)] }),
])

const margins = { top: 37, right: 26, bottom: 35, left: 28, header: 15, footer: 25 } as const

export const section = w(
  'sectPr',
  {},
  element('w:footerReference', { 'w:type': 'default', 'r:id': 'rId4' }),
  w('pgSz', { w: twips(210), h: twips(297) }),
  w('pgMar', {
    ...Object.fromEntries(Object.entries(margins).map(([side, millimetres]) => [side, twips(millimetres)])),
    gutter: 0,
  }),
)

const patterns = [
  ['Title', '{{标题}}'],
  ['BriefUnder', '{{题下}}'],
  ['Heading1', '{{小标题}}'],
  ['BodyText', '{{正文}}'],
  ['Signature', '{{落款}}'],
] as const

const text = element(
  'w:document',
  { 'xmlns:w': wordNamespace, 'xmlns:r': relationshipNamespace },
  w('body', {}, ...patterns.map(([name, words]) => paragraph(name, run(words))), section),
)

export const footer = element(
  'w:ftr',
  { 'xmlns:w': wordNamespace },
  paragraph('Footer', run('— '), ...field('PAGE'), run(' —')),
)

/** templates/brief.docx: one paragraph of each kind. */
export function briefTemplate(): Uint8Array {
  return wordFile({
    text,
    styles,
    settings,
    fonts: fontsPart(['仿宋_GB2312', '方正小标宋简体', '黑体', '宋体']),
    footer,
  })
}
