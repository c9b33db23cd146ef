import type { Layout } from '../model/case.ts'
import { columns } from '../model/case.ts'
import type { FieldPlace, FieldText, FormPlaces } from '../model/form-places.ts'
import { dateLabel, readAnnex, unitLabel } from './annex.ts'
import { readBook } from './book/book.ts'
import { cellsOf } from './case-reader.ts'
import { headingNamed } from './headings.ts'
import { readLayout } from './layout.ts'
import type { Row, Sheet } from './row.ts'
import { kindOfRow } from './row-kind.ts'
import { readDate } from './spell/date.ts'
import { type FoundHeading, findHeading } from './two-row-heading.ts'

// A line to write on, or nothing to the end.
const blankName = /^[\s_＿\u3000]*/
const blankDay = /^[\s_＿\u3000]*年[\s_＿\u3000]*月[\s_＿\u3000]*日|^[\s_＿\u3000]*$/
/** A gap that keeps the next label where it was is shortened by about as much as a name takes. */
const usualName = 12
const leastGap = 2

function placeBehind(text: string, label: RegExp, field: FieldPlace['field']): FieldPlace | undefined {
  const found = label.exec(text)
  if (!found) return undefined
  const labelEnd = found.index + found[0].trimEnd().length
  const rest = text.slice(labelEnd)
  if (field === 'date') {
    const blank = blankDay.exec(rest)?.[0]
    return blank === undefined ? undefined : { field, start: labelEnd, end: labelEnd + blank.length }
  }
  const blank = blankName.exec(rest)?.[0].length ?? 0
  const isLast = blank === rest.length
  // The bureau's own name stands there already.
  if (!isLast && blank < leastGap) return undefined
  const gap = isLast ? 0 : Math.max(leastGap, blank - usualName)
  return { field, start: labelEnd, end: labelEnd + blank - Math.min(gap, blank) }
}

/** What the texts of a form want written into them; each field once, where it is asked for first. */
function fieldTexts(texts: readonly Omit<FieldText, 'fields'>[]): readonly FieldText[] {
  const found: FieldText[] = []
  const missing = new Map([['unit', unitLabel] as const, ['date', dateLabel] as const])
  for (const one of texts) {
    const fields = [...missing].flatMap(([field, label]) => placeBehind(one.text, label, field) ?? [])
    for (const { field } of fields) missing.delete(field)
    if (fields.length > 0) found.push({ ...one, fields: fields.toSorted((a, b) => a.start - b.start) })
  }
  return found
}

/** A name or a day that stands there: behind the label, or in the cell beside a label with nothing behind it. */
function filledIn(lines: readonly (readonly string[])[], texts: readonly FieldText[]): FormPlaces['filled'] {
  const isLeftBlank = (name: FieldPlace['field']): boolean =>
    texts.some(({ text, fields }) => fields.some(({ field, end }) => field === name && end < text.length))
  const annex = readAnnex(lines)
  const [unit] = isLeftBlank('unit') ? [] : annex.units
  const date = isLeftBlank('date') ? undefined : readDate(annex.date ?? '')
  return { ...(unit !== undefined && { unit }), ...(date !== undefined && { date }) }
}

function textsOf(rows: readonly Row[]): readonly Omit<FieldText, 'fields'>[] {
  return rows.flatMap(({ row, cells }) =>
    cells.flatMap((text, index) => (text === '' ? [] : [{ text, cell: { row, column: index + 1 } }])),
  )
}

/** A heading in two rows: what spans both reads on in the second, beside the names below a group. */
function goesOn(row: Row | undefined): boolean {
  return [...(row?.merged?.values() ?? [])].some((text) => headingNamed(text) !== undefined)
}

/** With the row that it ends in; one in two rows of merged cells is read as the reader of a sheet has spread them. */
function wholeHeading({ row, height }: FoundHeading, below: Row | undefined) {
  if (!below || (height === 1 && !goesOn(below))) return { row, last: row.row }
  const cells = height === 2 ? row.cells : row.cells.map((text, index) => below.cells[index] || text)
  return { row: { ...row, cells }, last: below.row }
}

type FormBody = Pick<FormPlaces, 'pattern' | 'preprinted' | 'blank'> & { end?: number; caseRow?: number }

function bodyBelow(rows: readonly Row[], last: number, layout: Layout): FormBody {
  const pattern = last + 1
  const preprinted: number[] = []
  const blank: number[] = []
  for (const row of rows.filter(({ row: number }) => number >= pattern)) {
    const kind = kindOfRow(cellsOf(row, layout.index), row.cells)
    if (kind === 'case') return { pattern, preprinted, blank, caseRow: row.row }
    if (kind === 'furniture' || kind === 'heading') return { pattern, preprinted, blank, end: row.row }
    const list = kind === 'blank' ? blank : preprinted
    if (row.row > pattern) list.push(row.row)
  }
  return { pattern, preprinted, blank }
}

function placesIn({ name, preamble, rows }: Sheet): FormPlaces | undefined {
  const found = findHeading(rows)
  if (!found) return undefined
  const { at } = found
  const { row: heading, last } = wholeHeading(found, rows[at + 1])
  const { layout } = readLayout(heading, { path: '' })
  const { index } = layout
  const body = bodyBelow(rows, last, layout)
  const above = [...preamble.map((text) => ({ text })), ...textsOf(rows.slice(0, at))]
  const below = rows.filter(({ row }) => row >= (body.end ?? Number.POSITIVE_INFINITY))
  const texts = fieldTexts([...above, ...textsOf(below)])
  const lines = [
    ...preamble.map((text) => [text]),
    ...[...rows.slice(0, at), ...below].map(({ cells }) => cells),
  ]
  return {
    sheet: name,
    columns: Object.fromEntries(
      columns.flatMap((column) => {
        const place = index[column]
        return place === undefined ? [] : [[column, place + 1]]
      }),
    ),
    ...body,
    texts,
    filled: filledIn(lines, texts),
  }
}

/** Of the first sheet or table that has the form's headings; undefined where none has. */
export async function findFormPlaces(bytes: Uint8Array): Promise<FormPlaces | undefined> {
  const book = await readBook(bytes)
  if ('refused' in book) return undefined
  for (const sheet of book.sheets) {
    const places = placesIn(sheet)
    if (places) return places
  }
  return undefined
}
