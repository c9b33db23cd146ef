import { ExitCode, type Io, UserError } from '../io/io.ts'
import type { IsoDate } from '../model/date.ts'
import type { FixedFile, FixedLog } from '../model/edit.ts'
import { commandLine } from '../render/command-line.ts'
import { type FixReport, failureText, fixJson, fixText, skippedText } from '../render/fix.ts'
import { type Original, planCopies, writeCopies } from './copies.ts'
import { requireTargets, type Targets, writeFile } from './targets.ts'

export const fixFormatNames = ['text', 'json'] as const

export type FixFormatName = (typeof fixFormatNames)[number]

export interface FixWanted extends Targets {
  readonly format: FixFormatName | undefined
  readonly dryRun: boolean
  readonly inPlace: boolean
  readonly quiet: boolean
}

/** What is asked for must not contradict itself, and one file holds one log. */
export function requireOneWay(
  { format, outputs, dryRun, inPlace }: FixWanted,
  logs: readonly { readonly path: string }[],
): void {
  const paths = logs.map(({ path }) => path)
  if (outputs.length > 0 && paths.length > 1) {
    throw new UserError(
      `有 ${paths.length} 份台账，不能都写到一个文件里`,
      '请去掉 -o：每份台账旁各写一份 <名称>-修正。',
    )
  }
  if (inPlace && outputs.length > 0) throw new UserError('--in-place 和 -o 不能一起用', '请去掉其中一个。')
  if (inPlace && dryRun) throw new UserError('--in-place 和 --dry-run 不能一起用', '请去掉其中一个。')
  if (format === 'json' && paths.includes('-') && outputs.length === 0 && !dryRun) {
    throw new UserError('标准输出写了台账，就不能再写 json', '请用 -o 写明台账写到哪个文件，或加 --dry-run。')
  }
  if (inPlace && paths.includes('-')) {
    throw new UserError('标准输入不能用 --in-place', '请写明台账文件。')
  }
}

/** Where a log goes: asked for before it is read, so that nothing is done in vain. */
export async function planFix(log: Original, wanted: FixWanted, io: Io): Promise<Targets> {
  const { dryRun, inPlace, force } = wanted
  if (dryRun) return { outputs: [], force }
  if (inPlace) return { outputs: [log.path], force: true }
  return await planCopies(log, { ...wanted, suffix: '-修正' }, io)
}

/** A log in which nothing is to be changed is written only where its reader waits for it. */
export async function writeFix(
  { bytes, original, ...fixed }: FixedLog & { readonly bytes: Uint8Array; readonly original: Uint8Array },
  targets: Targets,
  wanted: FixWanted,
  io: Io,
): Promise<FixedFile> {
  const { path, made, proposed } = fixed
  // The log itself may stand on standard output.
  const listing = path === '-' && !wanted.dryRun ? io.err : io.out
  if (wanted.format !== 'json' && !wanted.quiet)
    await listing.write(fixText(fixed, wanted.dryRun, listing.columns))
  const isAwaited = wanted.outputs.length > 0 || path === '-'
  if (wanted.dryRun || (made.length === 0 && !isAwaited)) return { path, made, proposed, outputs: [] }
  const isSilent = wanted.quiet || wanted.format !== undefined
  if (wanted.inPlace) {
    // Where nothing is to be changed, the one of an earlier day may stay.
    await requireTargets({ outputs: [`${path}.bak`], force: wanted.force }, io)
    const writing = { force: wanted.force, isSaid: !isSilent, says: '原来的一份' }
    await writeFile(`${path}.bak`, original, writing, io)
  }
  await writeCopies(bytes, { ...targets, says: `改了 ${made.length} 处`, quiet: isSilent }, io)
  return { path, made, proposed, outputs: targets.outputs }
}

/** Of more files than that the command line would be a page. */
const mostNamed = 5

/** What comes after: the repairs themselves, where they were only looked at; else whether everything is in order now. */
function nextStep({ logs, exitCode }: FixReport, { dryRun, asOf, typed }: FixAsked): string | undefined {
  if (exitCode !== ExitCode.done) return undefined
  if (dryRun) {
    const again = commandLine(...typed.filter((word) => word !== '--dry-run'))
    return logs.some(({ made }) => made.length > 0) ? `下一步：照这样改好，另存一份：${again}\n` : undefined
  }
  const files = logs.flatMap(({ outputs }) => outputs)
  if (files.length === 0 || files.length > mostNamed) return undefined
  const day = asOf === undefined ? [] : ['--as-of', asOf]
  return `下一步：核对改好的：${commandLine('validate', ...files, ...day)}\n`
}

export interface FixAsked extends FixWanted {
  readonly asOf: IsoDate | undefined
  /** All that was typed behind `ipcase`. */
  readonly typed: readonly string[]
}

/** What was not read and what could not be written; a machine is told everything in one document. */
export async function endFix(report: FixReport, asked: FixAsked, io: Io): Promise<void> {
  const { format, quiet } = asked
  const skipped = report.skipped.filter(({ mayBeReturn }) => !quiet || mayBeReturn)
  await io.err.write([...skipped.map(skippedText), ...report.failures.map(failureText)].join(''))
  if (format === 'json') await io.out.write(fixJson(report))
  else if (!quiet) await io.out.write(nextStep(report, asked) ?? '')
}
