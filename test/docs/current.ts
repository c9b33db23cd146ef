import { readFile, writeFile } from 'node:fs/promises'
import { expect } from 'vitest'

/** A generated file of the repository is what the program would write now; `UPDATE_DOCS=1` writes it. */
export async function expectCurrent(path: string, text: string): Promise<void> {
  const { UPDATE_DOCS } = process.env
  const file = new URL(`../../${path}`, import.meta.url)
  if (UPDATE_DOCS === '1') await writeFile(file, text)
  expect(
    await readFile(file, 'utf8'),
    `${path} is out of date: run UPDATE_DOCS=1 npx vitest run test/docs`,
  ).toBe(text)
}
