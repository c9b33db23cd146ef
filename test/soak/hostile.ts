import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import * as books from '../hostile/books.ts'
import { headings, oneCase } from '../hostile/one-case.ts'
import * as texts from '../hostile/texts.ts'

// Files that ask for far more than they hold, in the sizes that once took minutes or gigabytes, each read by a run of
// the built program of its own: how long the slowest took, how much memory the largest.

const program = resolve('bin/ipcase.js')
const sayPeak = resolve('test/bench/say-peak.js')

const file: Readonly<Record<string, () => string | Uint8Array>> = {
  '嵌套表.docx': () => books.nestedTables(50_000),
  '嵌套.html': () => texts.nestedDivisions(300_000),
  '跨格.html': () => texts.spannedCells(3000),
  '表头.csv': () => texts.unknownHeadings(1_000_000),
  '回车.csv': () => texts.repeatedSign('\r', 50),
  '换行.csv': () => texts.repeatedSign('\n', 50),
  '重复.csv': () => `${headings.join(',')}\n${oneCase.with(1, '侵权'.repeat(16_000)).join(',')}\n`,
  '长文.xlsx': () => books.repeatedString(300_000, 3000),
  '宽行.xlsx': () => books.wideBook(1000),
  '合并.xlsx': () => books.mergedBook(1000),
  '链接.xlsx': () => books.linkedBook(1000),
  '同表.xlsx': () => books.manySheets(5000, 200),
  '部件.xlsx': () => books.manyParts(60_000),
  '空白.xlsx': () => books.paddedBook(255),
}

async function runOn(name: string, folder: string) {
  const isTemplate = name === '空白.xlsx'
  const args = isTemplate ? ['report', '台账.csv', '--template', name, '-o', '表.xlsx'] : ['validate', name]
  const peakFile = join(folder, 'peak')
  const begun = performance.now()
  const child = spawn(process.execPath, ['--import', sayPeak, program, ...args, '--no-config', '-q'], {
    cwd: folder,
    env: { ...process.env, BENCH_PEAK_FILE: peakFile, IPCASE_AS_OF: '2024-06-07' },
    stdio: 'ignore',
  })
  const [exitCode] = await once(child, 'exit')
  const seconds = (performance.now() - begun) / 1000
  const mebibytes = Number(await readFile(peakFile, 'utf8').catch(() => 0)) / 1024
  return { exitCode, seconds, mebibytes }
}

/** Broken is what ends otherwise than with findings or a failure that is said. */
export async function readHostile() {
  const folder = await mkdtemp(join(tmpdir(), 'ipcase-hostile-'))
  const broken: string[] = []
  const seconds: number[] = []
  const mebibytes: number[] = []
  try {
    await writeFile(join(folder, '台账.csv'), `${headings.join(',')}\n${oneCase.join(',')}\n`)
    for (const [name, make] of Object.entries(file)) {
      await writeFile(join(folder, name), make())
      const run = await runOn(name, folder)
      seconds.push(run.seconds)
      mebibytes.push(run.mebibytes)
      if (![1, 3].includes(run.exitCode)) broken.push(`${name} ends with ${run.exitCode}`)
      await rm(join(folder, name))
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const count = Object.keys(file).length
  return {
    count,
    slowest: Math.ceil(Math.max(...seconds)),
    largest: Math.ceil(Math.max(...mebibytes)),
    broken,
  }
}
