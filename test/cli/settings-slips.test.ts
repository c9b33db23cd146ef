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

const options = ['--config', '--programme', '--holidays']

test.each(slips.map((slip, at) => [slip, options[at % options.length] ?? ''] as const))(
  'the built program names the place of the slip in %j, given with %s',
  (slip, option) => {
    writeFileSync(join(folder, 'slip.json'), slip)
    const program = join(folder, 'dist', 'main.cjs')
    const { status, stderr } = spawnSync(process.execPath, [program, 'deadline', option, 'slip.json'], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(status).toEqual(2)
    expect(stderr).toMatch(/^ipcase：slip\.json (?:第 \d+ 行第 \d+ 个字|是空的)[^\n]*\n {2}[^\n]+\n$/)
  },
)
