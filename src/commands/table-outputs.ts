import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import { ExitCode, type Io, UserError } from '../io.ts'
import type { Statistics, TableFormat, TableOptions } from '../render/table/format.ts'
import { tableFormats } from '../render/table/index.ts'

/** json is no table but the whole report as a document; it is written by the same options. */
export type ReportFormat = keyof typeof tableFormats | 'json'

export const reportFormats = [...Object.keys(tableFormats), 'json'] as readonly ReportFormat[]

const byExtension = new Map<string, ReportFormat>([
  ['.json', 'json'],
  ...Object.entries<TableFormat>(tableFormats).flatMap(([name, { extensions }]) =>
    extensions.map((extension) => [extension, name as ReportFormat] as const),
  ),
])

export interface Output {
  readonly path: string
  readonly format: ReportFormat
}

export interface WrittenOutput {
  readonly path: string
  readonly sha256: string
}

function formatOf(path: string): ReportFormat {
  const format = byExtension.get(extname(path).toLowerCase())
  if (format) return format
  const known = [...byExtension.keys()].join('、')
  throw new UserError(`${path} 的扩展名不对，不知道写成什么格式`, `报表可写成 ${known} 文件。`)
}

/** Everything that can be refused is refused before the first log is read. */
export async function planOutputs(
  paths: readonly string[],
  force: boolean,
  io: Io,
): Promise<readonly Output[]> {
  const outputs = paths.map((path) => ({ path, format: formatOf(path) }))
  for (const { path } of outputs) {
    if (!force && (await io.disk.kindOf(path)) === 'file') {
      throw new UserError(`${path} 已经存在`, '换一个文件名；确要替换的，加 --force。', ExitCode.failure)
    }
  }
  return outputs
}

async function filesOf({ files = [] }: TableFormat, io: Io): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Map(await Promise.all(files.map(async (name) => [name, await io.template(name)] as const)))
}

export interface RenderedTable {
  readonly bytes: Uint8Array
  readonly warnings: readonly string[]
}

export async function renderTable(
  format: keyof typeof tableFormats,
  statistics: Statistics,
  { options, io }: { readonly options: Omit<TableOptions, 'files'>; readonly io: Io },
): Promise<RenderedTable> {
  const entry: TableFormat = tableFormats[format]
  const render = await entry.load()
  const rendered = await render(statistics, { ...options, files: await filesOf(entry, io) })
  if (typeof rendered === 'string') return { bytes: Buffer.from(rendered), warnings: [] }
  if ('refusal' in rendered) throw new UserError(rendered.refusal.message, rendered.refusal.remedy)
  return rendered
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
