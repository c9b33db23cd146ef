import { type Io, UserError } from '../io/io.ts'
import type { Look } from '../model/look.ts'
import { type TrendReport, trendFormats } from '../render/trend/index.ts'
import { filesOf, formatOf, namesOf, onPaper, type Plan, writeEach } from './formats.ts'
import { requireTargets } from './targets.ts'

type TrendFormatName = keyof typeof trendFormats

const nameOf = (path: string): TrendFormatName => formatOf(path, trendFormats, '各期趋势')

export async function planTrend(
  { format, outputs, force, quiet }: Plan<string>,
  io: Io,
): Promise<Plan<TrendFormatName>> {
  const names = namesOf(trendFormats)
  const known = names.find((name) => name === format)
  if (format !== undefined && known === undefined) {
    throw new UserError(`各期趋势不能写成 ${format}`, `请用 -f ${names.join('、')}。`)
  }
  await requireTargets({ outputs, force }, io)
  outputs.forEach(nameOf)
  return { format: known ?? (outputs.length === 0 ? 'text' : undefined), outputs, force, quiet }
}

export async function writeTrend(
  report: TrendReport,
  plan: Plan<TrendFormatName>,
  { look, io }: { readonly look: Look; readonly io: Io },
): Promise<void> {
  const make = async (name: TrendFormatName, drawn: Look): Promise<string> => {
    const format = trendFormats[name]
    return (await format.load())(report, { look: drawn, files: await filesOf(format, io) })
  }
  await writeEach(plan, nameOf, (name) => make(name, onPaper), io)
  if (plan.format) await io.out.write(await make(plan.format, look))
}
