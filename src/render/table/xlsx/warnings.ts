interface FilledRow {
  readonly row: number
  readonly lost: number
  readonly isTooHigh: boolean
}

const mostRowsNamed = 10

function rowNames(rows: readonly FilledRow[]): string {
  const named = rows.slice(0, mostRowsNamed).map(({ row }) => row)
  const rest = rows.length > mostRowsNamed ? `等 ${rows.length} 行` : '行'
  return `第 ${named.join('、')} ${rest}`
}

/** What stands in the table and not, or not wholly, in the sheet. */
export function sheetWarnings(name: string, rows: readonly FilledRow[], dropped: number): readonly string[] {
  const cut = rows.filter(({ lost }) => lost > 0)
  const high = rows.filter(({ isTooHigh }) => isTooHigh)
  const warnings: string[] = []
  if (cut.length > 0) {
    const lost = cut.reduce((sum, row) => sum + row.lost, 0)
    warnings.push(
      `工作表“${name}”${rowNames(cut)}有单元格超过 Excel 的上限（32767 字），截去 ${lost} 字；全文请用 csv、json 或 html 格式`,
    )
  }
  if (high.length > 0)
    warnings.push(
      `工作表“${name}”${rowNames(high)}文字太多，超过 Excel 的最大行高，打印不全；要印全，请改用 docx、pdf 或 html 格式`,
    )
  if (dropped > 0)
    warnings.push(`工作表“${name}”的链接超过 Excel 的上限（65530 个），有 ${dropped} 个只有文字`)
  return warnings
}
