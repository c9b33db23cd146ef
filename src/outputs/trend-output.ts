import { extname } from 'node:path'
import { type Io, UserError } from '../io/io.ts'
import type { Look } from '../model/look.ts'
import { type TrendFormat, type TrendReport, trendFormats } from '../render/trend/index.ts'
import { requireTargets, writeFile } from './targets.ts'

type TrendFormatName = keyof typeof trendFormats

const names = Object.keys(trendFormats) as readonly TrendFormatName[]

export interface TrendPlan {
  readonly format: TrendFormatName | undefined
  readonly outputs: readonly string[]
  readonly force: boolean
  readonly quiet: boolean
}

function formatOf(path: string): TrendFormatName {
  const extension = extname(path).toLowerCase()
  const format = names.find((name) => (trendFormats[name] as TrendFormat).extensions.includes(extension))
  if (format) return format
  const known = names.map((name) => trendFormats[name].extensions[0]).join('、')
  throw new UserError(`${path} 的扩展名不对，不知道写成什么格式`, `各期趋势可写成 ${known} 文件。`)
}

export async function planTrend(
  given: Omit<TrendPlan, 'format'> & { readonly format: string | undefined },
  io: Io,
): Promise<TrendPlan> {
  const { format, outputs, force, quiet } = given
  outputs.forEach(formatOf)
  const known = names.find((name) => name === format)
  if (format !== undefined && known === undefined) {
    throw new UserError(`各期趋势不能写成 ${format}`, `请用 -f ${names.join('、')}。`)
  }
  await requireTargets(given, io)
  return { format: known ?? (outputs.length === 0 ? 'text' : undefined), outputs, force, quiet }
}

const plain: Look = { color: false, columns: undefined, quiet: false }

async function rendered(report: TrendReport, name: TrendFormatName, look: Look, io: Io): Promise<string> {
  const format: TrendFormat = trendFormats[name]
  const files = await Promise.all(
    (format.files ?? []).map(async (file) => [file, await io.template(file)] as const),
  )
  return (await format.load())(report, { look, files: new Map(files) })
}

export async function writeTrend(
  report: TrendReport,
  { format, outputs, force, quiet }: TrendPlan,
  { look, io }: { readonly look: Look; readonly io: Io },
): Promise<void> {
  for (const path of outputs) {
    const content = await rendered(report, formatOf(path), plain, io)
    await writeFile(path, Buffer.from(content), { force, isSaid: format === undefined && !quiet }, io)
  }
  if (format) await io.out.write(await rendered(report, format, look, io))
}
