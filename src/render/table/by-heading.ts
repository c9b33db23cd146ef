import { columns } from '../../model/case.ts'
import type { FieldText, FormPlaces } from '../../model/form-places.ts'
import { columnNames, fieldNames, marker } from './markers.ts'
import type { Refusal } from './refusal.ts'

/** Why a form without markers cannot be filled by its heading row. */
export function headingFault(places: FormPlaces | undefined): Refusal | undefined {
  if (places === undefined) {
    return {
      message: '模板里没有标记，也没有认得出的表头',
      remedy: `请让表头有“案件类型”“案件编号”“立案时间”等九个栏目，或者在表里写上标记，如 ${marker(columnNames.type)}。`,
    }
  }
  const missing = columns.filter((column) => places.columns[column] === undefined)
  if (missing.length > 0) {
    return {
      message: `模板的表头缺少：${missing.map((column) => columnNames[column]).join('、')}`,
      remedy: '请在表头补上这些栏目，名称照通知的表样写。',
    }
  }
  if (places.caseRow === undefined) return undefined
  return {
    message: `模板的“${places.sheet}”第 ${places.caseRow} 行已填有案件，不是空表样`,
    remedy: '请换用没有填过的表样，或把填好的案件行删去。',
  }
}

/** The text with the markers of what belongs into it. */
export function withFields({ text, fields }: FieldText): string {
  let [marked, at] = ['', 0]
  for (const { field, start, end } of fields) {
    marked += text.slice(at, start) + marker(fieldNames[field])
    at = end
  }
  return marked + text.slice(at)
}

const labels = { unit: '填报单位：', date: '时间：' } as const

/** What the form has no place for. */
export function fieldWarnings({ texts }: FormPlaces): readonly string[] {
  const found = texts.flatMap(({ fields }) => fields.map(({ field }) => field))
  return (['unit', 'date'] as const)
    .filter((field) => !found.includes(field))
    .map((field) => `模板里没有可以填写的“${labels[field]}”，这一项没有填`)
}
