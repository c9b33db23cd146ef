/**
 * How ipcase knows a sheet again that it made itself: by a name defined in the workbook that refers to the sheet. The
 * programs that people save such a workbook with keep names, and make them follow a sheet that is renamed or moved; the
 * workbook's author, its own properties and the names of its sheets do not last so long. The sheet with the cases has no
 * such name, so that whatever its owner adds beside it is read like any other sheet.
 */
const ownName = /^ipcase_sheet_\d+$/i

/** `at` counts the workbook's sheets from 1. */
export function ownSheetName(at: number): string {
  return `ipcase_sheet_${at}`
}

/** What a name must refer to for the sheet to be known by it. */
export function referenceTo(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'!$A$1`
}

/** undefined where the sheet is gone (`#REF!`). */
function sheetIn(reference: string): string | undefined {
  const [, quoted, plain] = /^=?(?:'((?:[^']|'')+)'|([^'!#]+))!/.exec(reference) ?? []
  return quoted?.replaceAll("''", "'") ?? plain
}

interface DefinedName {
  readonly name: string
  readonly reference: string
}

/** The sheets that ipcase made, by what they are called now. */
export function ownSheetsOf(names: readonly DefinedName[]): ReadonlySet<string> {
  const own = names.filter(({ name }) => ownName.test(name))
  return new Set(own.map(({ reference }) => sheetIn(reference)).filter((sheet) => sheet !== undefined))
}
