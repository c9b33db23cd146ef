import { pathName } from '../findings/words.ts'
import { escaped, listSection, paragraph } from '../list/md.ts'
import type { DiffFormat } from './index.ts'
import { diffLists, diffNotes, diffSummary, toCheck } from './lists.ts'

/** For the mail that goes back with a return. */
export const diffMarkdown: DiffFormat = (report) => {
  const lists = diffLists(report).map((list) => {
    return { ...list, title: `${list.title} ${list.rows.length} ${list.counter}` }
  })
  const title = `# ${escaped(pathName(report.old.path))} → ${escaped(pathName(report.new.path))}`
  const notes = diffNotes(report).flatMap((note) => ['', paragraph(note)])
  const shown = [...lists, toCheck(report)].filter(({ rows }) => rows.length > 0)
  return [title, '', paragraph(diffSummary(report)), ...notes, '', ...shown.flatMap(listSection)].join('\n')
}
