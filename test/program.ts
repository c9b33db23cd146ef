import { resolve } from 'node:path'
import { build } from 'rolldown'
import shipped from '../rolldown.config.ts'

/** What users run is what is tested: it is built before the first test of a run. */
export async function setup(): Promise<void> {
  await build({ ...shipped, logLevel: 'silent' })
}

export const program = resolve('bin/ipcase.js')

/** Parts of the program, built as it is, for processes that need no more; in a folder of their own. */
export async function buildParts(dir: string, input: Record<string, string>): Promise<void> {
  await build({ ...shipped, logLevel: 'silent', input, output: { ...shipped.output, dir } })
}
