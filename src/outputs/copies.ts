import { basename, dirname, extname } from 'node:path'
import { type Io, UserError } from '../io/io.ts'
import { keepSources, requireTargets, type Targets, writeFile } from './targets.ts'

/** The log that is copied. */
export interface Original {
  readonly path: string
  readonly isText: boolean
}

function extensionsFor({ path, isText }: Original): readonly string[] {
  if (path !== '-') return [extname(path).toLowerCase()]
  return isText ? ['.csv', '.tsv', '.txt'] : ['.xlsx']
}

function requireSameKind(output: string, log: Original): void {
  const allowed = extensionsFor(log)
  if (allowed.includes(extname(output).toLowerCase())) return
  const remedy = allowed.includes('') ? '请去掉扩展名。' : `请写成 ${allowed.join('、')} 文件。`
  throw new UserError(`${output} 的扩展名和台账不同，写出的却是同一种文件`, remedy)
}

function besideLog(path: string, suffix: string): string {
  const extension = extname(path)
  const name = `${basename(path, extension)}${suffix}${extension}`
  return path.includes('/') ? `${dirname(path).replace(/\/$/, '')}/${name}` : name
}

/** Where copies of a log go; no file: to standard output. */
export async function planCopies(
  log: Original,
  given: Targets & { readonly suffix: string },
  io: Io,
): Promise<Targets> {
  const isAsked = given.outputs.length > 0 || log.path === '-'
  const outputs = isAsked ? given.outputs : [besideLog(log.path, given.suffix)]
  await requireTargets({ outputs, force: given.force }, io)
  for (const output of given.outputs) requireSameKind(output, log)
  await keepSources(outputs, [log.path], io)
  if (outputs.length === 0 && io.out.isTerminal && !log.isText) {
    throw new UserError('工作簿不能写到屏幕上', '请用 -o 写明文件，或用 > 转到文件里。')
  }
  return { outputs, force: given.force }
}

export async function writeCopies(
  bytes: Uint8Array,
  { outputs, force, says, quiet }: Targets & { readonly says: string; readonly quiet: boolean },
  io: Io,
): Promise<void> {
  for (const path of outputs) {
    await writeFile(path, bytes, { force, isSaid: !quiet, says }, io)
  }
  if (outputs.length === 0) await io.out.write(bytes)
}
