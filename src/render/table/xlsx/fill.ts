import type { FormPlaces } from '../../../model/form-places.ts'
import type { Statistics } from '../../../model/table.ts'
import { type PartEdit, partBytes, partText } from '../../../office/package.ts'
import { lastRow } from '../../../office/reference.ts'
import { rezipped } from '../../../office/zip.ts'
import type { Refusal, Rendered } from '../format.ts'
import { fieldWarnings, headingFault } from '../template.ts'
import { markedByHeading } from './by-heading.ts'
import { withCitySheets } from './city-sheets.ts'
import { withExplainedSheet } from './explained-sheet.ts'
import { type Filling, fillSheet } from './fill-sheet.ts'
import { finishingEdits } from './finish.ts'
import type { Growth } from './formula.ts'
import { countedMarkers, markedRows } from './marks.ts'
import { hasMarkers, objection } from './objections.ts'
import { readStyles, type Styles } from './styles.ts'
import { caseRows, singleValues, typeRows } from './values.ts'
import { openWorkbook, type Workbook } from './workbook.ts'

function fillingOf(workbook: Workbook, statistics: Statistics, styles: Styles): Filling {
  const rows = { case: caseRows(statistics, countedMarkers(workbook)), type: typeRows(statistics) }
  const growths = workbook.sheets.map((sheet): readonly [string, readonly Growth[]] => [
    sheet.name.toLowerCase(),
    [
      ...markedRows(sheet, workbook).map(({ row, kind }) => ({ row, count: rows[kind].length })),
      ...sheet.removed.map((row) => ({ row, count: 0 })),
    ],
  ])
  return {
    singles: singleValues(statistics),
    rows,
    styles,
    growths: new Map(growths.filter(([, list]) => list.length > 0)),
  }
}

function lengthObjection({ sheets }: Workbook, { growths }: Filling): Refusal | undefined {
  const long = sheets.find(({ name, xml }) => {
    const added = (growths.get(name.toLowerCase()) ?? []).reduce((sum, { count }) => sum + count - 1, 0)
    return (xml.rows.at(-1)?.row ?? 0) + added > lastRow
  })
  return (
    long && {
      message: `案件太多，工作表“${long.name}”超过 Excel 的 ${lastRow} 行`,
      remedy: '请改用 csv 或 json 格式，或分几次报送。',
    }
  )
}

/** A workbook with markers, filled: all else in it stays, and moves with the rows that come in. */
export function fillWorkbook(
  template: Uint8Array,
  statistics: Statistics,
  places: FormPlaces | undefined,
): Rendered {
  const opened = openWorkbook(template)
  if ('refusal' in opened) return opened
  const isMarked = hasMarkers(opened)
  const fault = isMarked ? undefined : headingFault(places)
  if (fault !== undefined) return { refusal: fault }
  const byHeading = isMarked ? undefined : places
  const workbook = byHeading ? markedByHeading(opened, byHeading) : opened
  const refusal = objection(workbook, byHeading !== undefined)
  if (refusal !== undefined) return { refusal }
  const styles = readStyles(partText(workbook.parts, workbook.stylesPart) ?? '')
  const filling = fillingOf(workbook, statistics, styles)
  const tooLong = lengthObjection(workbook, filling)
  if (tooLong !== undefined) return { refusal: tooLong }
  const sheets = workbook.sheets.map((sheet) => fillSheet(workbook, sheet, filling))
  const ofCity = withCitySheets(workbook, statistics, styles)
  const behind = withExplainedSheet(ofCity.workbook, statistics, styles)
  const home = { sheet: '', growths: filling.growths }
  const edits: readonly PartEdit[] = [
    ...sheets.flatMap((sheet) => [...sheet.edits]),
    ...ofCity.edits,
    ...behind.edits,
    ...finishingEdits(behind.workbook, home, statistics.table.date),
    [workbook.stylesPart, styles.xml()],
  ]
  const changes = new Map(edits.map(([part, xml]) => [part, xml === undefined ? undefined : partBytes(xml)]))
  return {
    bytes: rezipped(workbook.bytes, changes),
    warnings: [...(byHeading ? fieldWarnings(byHeading) : []), ...sheets.flatMap(({ warnings }) => warnings)],
  }
}
