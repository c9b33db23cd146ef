import { patternedWord } from '../patterned-word.ts'
import { keptWithNext } from '../table/docx/rows.ts'
import type { RenderBrief } from './index.ts'

/** The draft as a Word document. */
export const renderDocx: RenderBrief = ({ title, opening, sections, signature }, files) =>
  patternedWord('brief.docx', files, ({ like }) => {
    const text = [
      ...like('{{标题}}', title),
      ...opening.flatMap((pieces) => like('{{题下}}', ...pieces)),
      ...sections.flatMap(({ heading, paragraphs }) => [
        ...like('{{小标题}}', heading),
        ...paragraphs.flatMap((pieces) => like('{{正文}}', ...pieces)),
      ]),
    ]
    return [
      ...text.slice(0, -1),
      // A page with nothing but the signature is no page of an official document.
      ...text.slice(-1).map(keptWithNext),
      ...signature.flatMap((pieces) => like('{{落款}}', ...pieces)),
    ]
  })
