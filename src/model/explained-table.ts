/** What the unit says to findings that are true all the same, printed behind the form. */
export const explainedTitle = '审核说明'

export const explainedHeadings = ['序号', '案件类型', '案件编号', '问题', '说明'] as const

/** Three of its headings are the form's, so that it would pass for a log; but no log has these five and no more. */
export function isExplainedHeading(cells: readonly string[]): boolean {
  const said = cells.map((cell) => cell.replace(/\s+/g, '')).filter((cell) => cell !== '')
  return (
    said.length === explainedHeadings.length && explainedHeadings.every((heading) => said.includes(heading))
  )
}
