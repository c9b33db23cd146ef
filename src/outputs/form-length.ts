import { ExitCode, UserError } from '../io/io.ts'
import type { Totals } from '../model/table.ts'

// A form is printed and read; so many rows take a minute already, and most of the memory.
const mostRows = 50_000
const forAnyLength: readonly string[] = ['csv', 'json']

interface Planned {
  readonly format: string | undefined
  readonly outputs: readonly { readonly format: string }[]
}

/** Before the work: a form of a million rows would run for minutes and then fail. */
export function requireFormLength({ format, outputs }: Planned, { all }: Totals): void {
  const formats = [format, ...outputs.map((output) => output.format)]
  const forms = formats.filter((name) => name !== undefined && !forAnyLength.includes(name))
  if (all.cases <= mostRows || forms.length === 0) return
  throw new UserError(
    `统计表有 ${all.cases} 行，超过 ${mostRows} 行，写不成 ${[...new Set(forms)].join('、')}`,
    '请改写成 .csv 或 .json 文件，或用 --period 分期出表。',
    ExitCode.failure,
  )
}
