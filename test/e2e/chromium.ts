import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The page as a browser prints it into a PDF, with the page's own margins and no header of the browser's. */
export async function printHtml(html: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'ipcase-e2e-'))
  try {
    const [input, output] = [join(folder, 'input.html'), join(folder, 'output.pdf')]
    await writeFile(input, html)
    const args = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-pdf-header-footer',
      `--user-data-dir=${join(folder, 'profile')}`,
      `--print-to-pdf=${output}`,
      pathToFileURL(input).href,
    ]
    await run('chromium', args, { timeout: 120_000 })
    return await readFile(output)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
