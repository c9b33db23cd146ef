import type { RenderTable } from './format.ts'
import { fillWorkbook } from './xlsx/fill.ts'

const formName = 'form.xlsx'

/** The bureau's own workbook, or else ours, filled. */
export const renderXlsx: RenderTable = (statistics, { template, places, files }) => {
  const form = template ?? files.get(formName)
  if (form === undefined) throw new TypeError(`${formName} was not read`)
  return fillWorkbook(form, statistics, places)
}
