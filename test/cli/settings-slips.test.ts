import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildProgram } from '../program.ts'

let folder = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ipcase-slips-'))
  await buildProgram(join(folder, 'dist'))
})

afterAll(() => rmSync(folder, { recursive: true }))

const slips = [
  '{"a": “甲”}',
  '{"a": 1,}',
  '{"a": "D:\\办案"}',
  '{"a": 1',
  '// 注',
  '',
  '{"a": 1, "a": 2}',
  '[1 2]',
]

test.each(slips)(
  'the built program names the place of the slip in %j, whichever file it stands in',
  (slip) => {
    writeFileSync(join(folder, 'slip.json'), slip)
    for (const option of ['--config', '--programme', '--holidays']) {
      const { status, stderr } = spawnSync(
        process.execPath,
        [join(folder, 'dist', 'main.cjs'), 'deadline', option, 'slip.json'],
        { cwd: folder, encoding: 'utf8' },
      )
      expect({ option, status }).toEqual({ option, status: 2 })
      expect(stderr).toMatch(/^ipcase：slip\.json (?:第 \d+ 行第 \d+ 个字|是空的)[^\n]*\n {2}[^\n]+\n$/)
    }
  },
)
