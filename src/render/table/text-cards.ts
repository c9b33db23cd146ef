import type { Look } from '../../model/look.ts'
import { paintOf } from '../paint.ts'
import { displayWidth } from '../width.ts'
import { wrap } from '../wrap.ts'
import { headingTexts, type Line } from './cells.ts'

function field(heading: string, text: string, columns: number): readonly string[] {
  const label = `  ${heading}：`
  const indent = ' '.repeat(displayWidth(label))
  return wrap(text, Math.max(2, columns - indent.length)).map(
    (line, at) => (at === 0 ? label : indent) + line,
  )
}

function card(line: Line, { columns = 0, color }: Look): readonly string[] {
  if (line.kind === 'nil') return [line.text, '']
  const [serial = '', type = '', ...rest] = line.cells
  const title = [serial && `${serial}. `, type, line.kind === 'empty' ? `：${rest[0] ?? ''}` : ''].join('')
  const fields = rest.flatMap((text, index) =>
    text === '' || line.kind === 'empty' ? [] : field(headingTexts[index + 2] ?? '', text, columns),
  )
  return [paintOf(color).bold(title), ...fields, '']
}

/** For a terminal too narrow for nine columns: a case below the other, blank cells left out. */
export function cards(lines: readonly Line[], look: Look): readonly string[] {
  return lines.flatMap((line) => card(line, look))
}
