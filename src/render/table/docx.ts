import { filledForm } from './docx/fill.ts'
import type { RenderTable } from './format.ts'

const formName = 'form.docx'

export const renderDocx: RenderTable = (statistics, { template, places, files }) => {
  const form = template ?? files.get(formName)
  if (form === undefined) throw new TypeError(`${formName} was not read`)
  return filledForm(form, statistics, places)
}
