import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeLog } from '../bench/make-log.ts'
import { program } from '../program.ts'

const run = promisify(execFile)
const sayPeak = 'data:text/javascript,process.on("exit",()=>console.error(process.resourceUsage().maxRSS))'

let folder = ''
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ipcase-e2e-'))
  await makeLog(at('台账.csv'), { rows: 10_000, encoding: 'gb18030', isFaulty: false, isQuoted: false })
})

afterAll(() => rm(folder, { recursive: true }))

test('ten thousand cases become a workbook in less than 400 MiB', async () => {
  const args = ['report', at('台账.csv'), '--as-of', '2024-06-07', '--unit', '朝阳市局', '-q']
  const { stdout, stderr } = await run(process.execPath, [
    ...['--import', sayPeak, program, ...args],
    ...['-o', at('统计表.xlsx')],
  ])
  expect(stdout).toBe('')
  expect(Number(stderr) / 1024).toBeLessThan(400)
})
