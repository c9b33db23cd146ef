import { readFile, writeFile } from 'node:fs/promises'
import { expect } from 'vitest'

/** A generated file of the repository is what the program would write now; `UPDATE_DOCS=1` writes it. */
export async function expectCurrent(path: string, content: string | Uint8Array): Promise<void> {
  const { UPDATE_DOCS } = process.env
  const file = new URL(`../../${path}`, import.meta.url)
  if (UPDATE_DOCS === '1') await writeFile(file, content)
  const advice = `${path} is out of date: run UPDATE_DOCS=1 npx vitest run test/docs`
  if (typeof content === 'string') expect(await readFile(file, 'utf8'), advice).toBe(content)
  else expect((await readFile(file)).equals(content), advice).toBe(true)
}
