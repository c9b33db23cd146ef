import { type Brief, type BriefParagraph, blankText } from '../../model/brief.ts'
import { escaped, paragraph } from '../list/md.ts'

// Markdown begins no bold text where the bracket stands against a word: blanks stand between signs.
function line(pieces: BriefParagraph): string {
  const parts = pieces.map((piece, at) => {
    if (typeof piece !== 'string') return `**${escaped(blankText(piece))}**`
    return at === 0 ? paragraph(piece) : escaped(piece)
  })
  return parts.join('')
}

/** For a mail, or for pasting into a document that exists already. */
export function renderMarkdown({ title, opening, sections, signature }: Brief): string {
  const blocks = [
    `# ${escaped(title)}`,
    ...opening.map(line),
    ...sections.flatMap(({ heading, paragraphs }) => [`## ${escaped(heading)}`, ...paragraphs.map(line)]),
    signature.map(line).join('<br>\n'),
  ]
  return `${blocks.join('\n\n')}\n`
}
