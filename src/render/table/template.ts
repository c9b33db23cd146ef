import { columns } from '../../model/case.ts'
import { chineseDate } from '../../model/date.ts'
import type { FieldText, FormPlaces } from '../../model/form-places.ts'
import { type LimitName, limits } from '../../model/limits.ts'
import type { Statistics, Table } from '../../model/table.ts'
import { areAlike, unitPlace } from '../../model/unit-name.ts'
import { walkXml } from '../../office/xml-walk.ts'
import { type Parts, unzip } from '../../office/zip.ts'
import { printable } from '../printable.ts'
import type { FilledForm, Refusal, Rendered, RenderTable } from './format.ts'
import { columnNamed, columnNames, fieldNamed, fieldNames, marker, requiredNames } from './markers.ts'

const byteOrderMarks: readonly number[] = [0xef, 0xfe]

/** By its first bytes, for a part may have any name. */
function isXml([first = 0, second = 0]: Uint8Array): boolean {
  return (
    first <= 0x20 || first === 0x3c || byteOrderMarks.includes(first) || (first === 0xff && second === 0xfe)
  )
}

/** Edited as text, a part is held many times over: a blank form has a hundredth of this. */
function excessIn(parts: Parts): LimitName | undefined {
  const written = [...parts.values()].filter(isXml)
  const size = written.reduce((total, part) => total + part.length, 0)
  if (size > limits.template.most) return 'template'
  return written.some((part) => walkXml(part, {}) === 'nesting') ? 'nesting' : undefined
}

/** All parts of a bureau's own form; `unreadable` is what is said of a file that is none. */
export function templateParts(bytes: Uint8Array, unreadable: Refusal): Parts | { readonly refusal: Refusal } {
  const parts = unzip(bytes, () => true)
  if (parts === 'damaged') return { refusal: unreadable }
  const excess = typeof parts === 'string' ? parts : excessIn(parts)
  if (excess !== undefined) {
    const { message, remedy } = limits[excess]
    return { refusal: { message: `模板不能用：${message}`, remedy, isTooMuch: true } }
  }
  return typeof parts === 'string' ? { refusal: unreadable } : parts
}

function listed(names: readonly string[]): string {
  return names.map(marker).join('、')
}

const knownNames = [...Object.values(fieldNames), ...Object.values(columnNames)]

interface TemplateKind {
  /** Names that only one kind of file knows. */
  readonly more?: readonly string[]
  /** Where a form that was marked by its heading has no place for 填报单位 or 时间, that is said and not refused. */
  readonly isByHeading: boolean
}

/** Why a template with these markers cannot be filled. */
export function nameFault(
  names: ReadonlySet<string>,
  { more = [], isByHeading }: TemplateKind,
): Refusal | undefined {
  const unknown = [...names].filter(
    (name) => fieldNamed(name) === undefined && columnNamed(name) === undefined && !more.includes(name),
  )
  if (unknown.length > 0) {
    return {
      message: `模板中有不认识的标记：${listed(unknown)}`,
      remedy: `请改正或删去。能用的标记是：${listed([...knownNames, ...more])}。`,
    }
  }
  const missing = requiredNames.filter(
    (name) => !names.has(name) && !(isByHeading && fieldNamed(name) !== undefined),
  )
  if (missing.length === 0) return undefined
  return {
    message: `模板缺少标记：${listed(missing)}`,
    remedy: `请在模板中补上：${listed([fieldNames.unit, fieldNames.date])}写在该填单位和日期的地方，九个栏目的标记写在表格的同一行。`,
  }
}

const noHeading: Refusal = {
  message: '模板里没有标记，也没有认得出的表头',
  remedy: `请让表头有“案件类型”“案件编号”“立案时间”等九个栏目，或者在表里写上标记，如 ${marker(columnNames.type)}。`,
}

/** Why a form without markers cannot be filled by its heading row. */
function headingFault(places: FormPlaces): Refusal | undefined {
  const missing = columns.filter((column) => places.columns[column] === undefined)
  if (missing.length > 0) {
    return {
      message: `模板的表头缺少：${missing.map((column) => columnNames[column]).join('、')}`,
      remedy: '请在表头补上这些栏目，名称照通知的表样写。',
    }
  }
  if (places.end !== undefined && places.end <= places.pattern) {
    return {
      message: `模板的“${places.sheet}”第 ${places.end} 行紧接表头，不是填案件的空行`,
      remedy: '请在表头下面留一个空行：每个案件照它的样子各填一行。',
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

/** Another unit's name, or another day: the cases would stand below it. */
function filledFault({ filled }: FormPlaces, { unit, date }: Table): Refusal | undefined {
  const isOther =
    filled.unit !== undefined && unit !== null && !areAlike(unitPlace(filled.unit), unitPlace(unit))
  const said = (field: 'unit' | 'date', there: string, wanted: string): Refusal => ({
    message: `模板已填有“${labels[field]}${there}”，本次的是“${printable(wanted)}”`,
    remedy: `请把模板里的“${there}”清空；用标记的表样，在那里写 ${marker(fieldNames[field])}。`,
  })
  if (isOther) return said('unit', printable(filled.unit), unit)
  if (filled.date === undefined || filled.date === date) return undefined
  return said('date', chineseDate(filled.date), chineseDate(date))
}

/** What the form has no place for. */
function fieldWarnings({ texts }: FormPlaces): readonly string[] {
  const found = texts.flatMap(({ fields }) => fields.map(({ field }) => field))
  return (['unit', 'date'] as const)
    .filter((field) => !found.includes(field))
    .map((field) => `模板里没有可以填写的“${labels[field]}”，这一项没有填`)
}

type OrRefusal<Wanted> = Wanted | { readonly refusal: Refusal }

/** A kind of file that can be a form. */
interface FormKind<Form> {
  /** Of our own form under templates/. */
  readonly name: string
  readonly open: (bytes: Uint8Array) => OrRefusal<{ readonly form: Form }>
  readonly hasMarkers: (form: Form) => boolean
  readonly markedByHeading: (form: Form, places: FormPlaces) => Form
  readonly fill: (form: Form, statistics: Statistics, isByHeading: boolean) => OrRefusal<FilledForm>
}

function filledByHeading<Form>(
  kind: FormKind<Form>,
  form: Form,
  places: FormPlaces | undefined,
  statistics: Statistics,
): Rendered {
  if (places === undefined) return { refusal: noHeading }
  const refusal = headingFault(places) ?? filledFault(places, statistics.table)
  if (refusal !== undefined) return { refusal }
  const filled = kind.fill(kind.markedByHeading(form, places), statistics, true)
  return 'refusal' in filled
    ? filled
    : { ...filled, warnings: [...fieldWarnings(places), ...filled.warnings] }
}

/** The bureau's own form, or else ours, filled by its markers or, where it has none, by its heading row. */
export function formRenderer<Form>(kind: FormKind<Form>): RenderTable {
  return (statistics, { template, places, files }) => {
    const bytes = template ?? files.get(kind.name)
    if (bytes === undefined) throw new TypeError(`${kind.name} was not read`)
    const opened = kind.open(bytes)
    if ('refusal' in opened) return opened
    return kind.hasMarkers(opened.form)
      ? kind.fill(opened.form, statistics, false)
      : filledByHeading(kind, opened.form, places, statistics)
  }
}
