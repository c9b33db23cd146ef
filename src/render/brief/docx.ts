import { patternedWord, sectionParagraphs } from '../patterned-word.ts'
import type { RenderBrief } from './index.ts'

/** The draft as a Word document. */
export const renderDocx: RenderBrief = ({ title, opening, sections, signature }, files) =>
  patternedWord('brief.docx', files, ({ like }) => [
    ...like('{{标题}}', title),
    ...opening.flatMap((pieces) => like('{{题下}}', ...pieces)),
    ...sectionParagraphs(like, sections),
    ...signature.flatMap((pieces) => like('{{落款}}', ...pieces)),
  ])
