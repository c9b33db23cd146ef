import { build } from 'rolldown'
import shipped from '../rolldown.config.ts'

/** The program as it is shipped, or other entries into it, in a folder of its own. */
export async function buildProgram(
  dir: string,
  input: Record<string, string> = shipped.input,
): Promise<void> {
  await build({ ...shipped, logLevel: 'silent', input, output: { ...shipped.output, dir } })
}
