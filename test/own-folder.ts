import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A folder on the real disk, there until the last test of the file has run. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ipcase-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  return folder
}
