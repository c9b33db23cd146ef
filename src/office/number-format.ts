/** How a cell shows what it holds. month: a date format that shows no day. */
export type NumberStyle = { readonly kind: 'plain' | 'date' | 'month' } | Worded

/** Words around a number, as clerks number cases: `"朝市监处罚〔2024〕"0"号"` shows 7 as a whole case number. */
interface Worded {
  readonly kind: 'worded'
  readonly before: string
  readonly fewestDigits: number
  readonly after: string
  readonly takesText: boolean
}

export const plainStyle: NumberStyle = { kind: 'plain' }

/** Formats a workbook names by number alone (ECMA-376 part 1, 18.8.30, as simplified Chinese Excel has them). */
const monthFormats: readonly number[] = [17, 27, 36, 50, 52, 57]
const dateFormats: readonly (readonly [number, number])[] = [
  [14, 22],
  [28, 35],
  [45, 47],
  [51, 58],
]

export function builtInStyle(id: number): NumberStyle {
  if (monthFormats.includes(id)) return { kind: 'month' }
  return dateFormats.some(([first, last]) => id >= first && id <= last) ? { kind: 'date' } : plainStyle
}

export function styleOfFormat(format: string): NumberStyle {
  const section = (format.split(';')[0] ?? '').replace(/\[(?![hms]+\])[^\]]*\]|[_*]./gi, '')
  const letters = section.replace(/"[^"]*"|\\./g, '')
  if (!/[ymdhs]|aaa/i.test(letters)) return wordedStyle(section)
  return { kind: /y/i.test(letters) && !/[dhs]/i.test(letters) ? 'month' : 'date' }
}

const words = String.raw`(?:"[^"]*"|\\.|[^"\\0#?@.,%])*`
const worded = new RegExp(`^(${words})(#*0+|#+|@|General|G/通用格式)(${words})$`)

function wordedStyle(section: string): NumberStyle {
  const [, before = '', place = '', after = ''] = worded.exec(section) ?? []
  if (place === '' || !/\p{L}/u.test(before + after)) return plainStyle
  const fewestDigits = place.replaceAll(/[^0]/g, '').length
  return {
    kind: 'worded',
    before: literal(before),
    fewestDigits,
    after: literal(after),
    takesText: place === '@',
  }
}

function literal(text: string): string {
  return text.replace(/"([^"]*)"|\\(.)/g, '$1$2')
}
