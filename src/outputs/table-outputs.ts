import { createHash } from 'node:crypto'
import { ExitCode, type Io, UserError } from '../io/io.ts'
import type { Look } from '../model/look.ts'
import type { Statistics, Totals } from '../model/table.ts'
import type { TableFormat } from '../render/table/format.ts'
import { tableFormats } from '../render/table/index.ts'
import { filesOf, formatOf, namesOf, onPaper } from './formats.ts'
import type { Making } from './progress.ts'
import { keepSources, requireTargets, type Targets, type Writing, writeFile } from './targets.ts'
import { type FindPlaces, readTemplate, type Template, templateFormat, unusable } from './template.ts'

/** json is no table but the whole report as a document; it is written by the same options. */
export type ReportFormat = keyof typeof tableFormats | 'json'

const allFormats = { ...tableFormats, json: { extensions: ['.json'] } }

export const reportFormats: readonly ReportFormat[] = namesOf(allFormats)

type TableFormatName = keyof typeof tableFormats

interface Output {
  readonly path: string
  readonly format: ReportFormat
}

/** Where a report goes: decided, and whatever can be refused refused, before the first log is read. */
export interface OutputPlan {
  /** For standard output; undefined where the files are all that is asked for. */
  readonly format: ReportFormat | undefined
  readonly outputs: readonly Output[]
  readonly force: boolean
  /** Whether each file written is said on standard output. */
  readonly isSaid: boolean
  readonly keepsFormer: boolean
  /** The bureau's own form, for the format of its extension. */
  readonly template: Template | undefined
  readonly font: Uint8Array | undefined
}

export interface OutputsGiven extends Targets {
  readonly format: ReportFormat | undefined
  readonly template: string | undefined
  readonly findPlaces: FindPlaces
  readonly font: string | undefined
  readonly quiet: boolean
}

export function reportFormatOf(path: string): ReportFormat {
  return formatOf(path, allFormats, '报表')
}

function requireUse(option: string, format: ReportFormat, given: OutputsGiven): void {
  if (given.format === format || given.outputs.some((path) => reportFormatOf(path) === format)) return
  throw new UserError(`${option} 没有用处`, `请用 -o 写明要写成的 .${format} 文件。`)
}

async function templateOf(given: OutputsGiven, io: Io): Promise<Template | undefined> {
  const { template } = given
  if (template === undefined) return undefined
  requireUse(`--template ${template}`, templateFormat(template), given)
  return await readTemplate(template, given.findPlaces, io)
}

async function fontOf(given: OutputsGiven, io: Io): Promise<Uint8Array | undefined> {
  const { font } = given
  if (font === undefined) return undefined
  requireUse(`--font ${font}`, 'pdf', given)
  return await io.disk.read(font)
}

const unreadable: readonly (ReportFormat | undefined)[] = ['xlsx', 'docx', 'pdf']

export async function planOutputs(given: OutputsGiven, io: Io): Promise<OutputPlan> {
  if (io.out.isTerminal && unreadable.includes(given.format)) {
    throw new UserError(`${given.format} 不能显示在屏幕上`, '请用 -o 写成文件，或用 > 转到文件里。')
  }
  await requireTargets(given, io)
  const outputs = given.outputs.map((path) => ({ path, format: reportFormatOf(path) }))
  const made = [given.template, given.font].filter((path) => path !== undefined)
  await keepSources(given.outputs, made, io)
  return {
    format: given.format ?? (outputs.length === 0 ? 'text' : undefined),
    outputs,
    force: given.force,
    isSaid: given.format === undefined && !given.quiet,
    keepsFormer: given.keepsFormer ?? false,
    template: await templateOf(given, io),
    font: await fontOf(given, io),
  }
}

interface RenderedTable {
  readonly bytes: Uint8Array
  readonly warnings: readonly string[]
}

export interface Rendering {
  readonly statistics: Statistics
  readonly plan: OutputPlan
  readonly look: Look
  /** Made elsewhere, written with the table. */
  readonly beside?: { readonly path: string; readonly bytes: Uint8Array } | undefined
  readonly io: Io
  readonly making: Making
}

// So many rows take a second as PDF.
const manyRows = 2000

async function render(
  format: TableFormatName,
  { statistics, plan, look, io }: Rendering,
): Promise<RenderedTable> {
  const entry: TableFormat = tableFormats[format]
  const renderStatistics = await entry.load()
  const rendered = await renderStatistics(statistics, {
    look,
    files: await filesOf(entry, io),
    ...(plan.template?.format === format && { template: plan.template.bytes }),
    ...(plan.template?.places && { places: plan.template.places }),
    ...(plan.font && { font: plan.font }),
  })
  if (typeof rendered === 'string') return { bytes: Buffer.from(rendered), warnings: [] }
  if ('refusal' in rendered) throw unusable(rendered.refusal)
  return rendered
}

export interface WrittenOutput {
  readonly path: string
  readonly sha256: string
}

/** The report as a JSON document, once it is known which files were written. */
export type DocumentOf = (outputs: readonly WrittenOutput[]) => string

async function filesFor(rendering: Rendering): Promise<readonly (RenderedTable & Pick<Output, 'path'>)[]> {
  const { plan, beside, statistics, making } = rendering
  const files: (RenderedTable & Pick<Output, 'path'>)[] = []
  for (const { path, format } of plan.outputs) {
    if (format === 'json') continue
    const make = () => render(format, { ...rendering, look: onPaper })
    files.push({ path, ...(await (statistics.totals.all.cases >= manyRows ? making(path, make) : make())) })
  }
  return beside === undefined ? files : [...files, { ...beside, warnings: [] }]
}

export interface WrittenReport {
  readonly written: readonly WrittenOutput[]
  readonly warnings: readonly string[]
}

/** Renders everything, then writes every file, then standard output: what fails early leaves nothing behind. */
export async function writeReport(rendering: Rendering, document: DocumentOf): Promise<WrittenReport> {
  const { plan, io, statistics } = rendering
  requireFormLength(plan, statistics.totals)
  const files = await filesFor(rendering)
  const written = files.map(({ path, bytes }) => ({ path, sha256: sha256(bytes) }))
  const onScreen = plan.format && plan.format !== 'json' ? await render(plan.format, rendering) : undefined
  for (const { path, bytes } of files) await writeFile(path, bytes, writingOf(plan), io)
  await writeDocuments(plan, () => document(written), io)
  // On a screen the findings stand right above.
  if (onScreen && io.out.isTerminal) await io.out.write('\n')
  if (onScreen) await io.out.write(onScreen.bytes)
  const warnings = [...files, ...(onScreen ? [onScreen] : [])].flatMap((rendered) => rendered.warnings)
  return { written, warnings: [...new Set(warnings)] }
}

/** The report as a document, where one is asked for: of many cases it takes more memory than they do. */
export async function writeDocuments(plan: OutputPlan, document: () => string, io: Io): Promise<void> {
  const outputs = plan.outputs.filter(({ format }) => format === 'json')
  if (plan.format !== 'json' && outputs.length === 0) return
  const text = document()
  for (const { path } of outputs) await writeFile(path, Buffer.from(text), writingOf(plan), io)
  if (plan.format === 'json') await io.out.write(text)
}

function writingOf({ force, isSaid, keepsFormer }: OutputPlan): Writing {
  return { force, isSaid, keepsFormer }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

// A form is printed and read; so many rows take a minute already, and most of the memory.
const mostRows = 50_000
const forAnyLength: readonly string[] = ['csv', 'json']

/** Before the work: a form of a million rows would run for minutes and then fail. */
function requireFormLength({ format, outputs }: OutputPlan, { all }: Totals): void {
  const formats = [format, ...outputs.map((output) => output.format)]
  const forms = formats.filter((name) => name !== undefined && !forAnyLength.includes(name))
  if (all.cases <= mostRows || forms.length === 0) return
  throw new UserError(
    `统计表有 ${all.cases} 行，超过 ${mostRows} 行，写不成 ${[...new Set(forms)].join('、')}`,
    '请改写成 .csv 或 .json 文件，或用 --period 分期出表。',
    ExitCode.failure,
  )
}
