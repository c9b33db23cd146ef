import type { TextOptions } from '../log/text/dialect.ts'
import type { LogSummary } from '../model/log.ts'
import type { Numbered } from './numbering.ts'
import { writeCells } from './write-cells.ts'
import type { Unwritable, WrittenLog } from './written.ts'

// To write so many takes a second.
const manyCases = 100_000

/** undefined where no row can be numbered. `making` says that something takes long. */
export async function numberedCopy(
  { bytes }: { readonly bytes: Uint8Array },
  log: LogSummary | undefined,
  { cells }: Numbered,
  options: TextOptions,
  making: <T>(what: string, make: () => Promise<T>) => Promise<T>,
): Promise<WrittenLog | Unwritable | undefined> {
  if (!log || log.headingLine === null) return undefined
  const make = () => writeCells({ bytes, options, sheets: log.sheets ?? [] }, cells)
  return await (log.cases >= manyCases ? making('编号的副本', make) : make())
}

export function sentence({ numbered, blank, outOfScope }: Numbered): string {
  return [
    `编号 ${numbered} 件`,
    ...(blank > 0 ? [`有错误而留空 ${blank} 件`] : []),
    ...(outOfScope > 0 ? [`不在统计范围而照旧 ${outOfScope} 件`] : []),
  ].join('，')
}
