import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'rolldown'
import { contests, full, plainProgram, quick, type Sizes } from './contests.ts'
import { benchDocument, type Held, judge } from './document.ts'
import { handedOutContest, handedOutSizes } from './handed-out.ts'
import { makeBook, makeLog } from './make-log.ts'
import { hold } from './run.ts'

/*
 * npm run bench            times everything and writes docs/benchmarks.md
 * npm run bench -- --quick proves on tiny logs that every part works; writes nothing
 */

const peers = 'test/bench/peers'

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Built or, the first time, installed. */
async function makePeers(): Promise<void> {
  const output = { file: plainProgram, format: 'esm' } as const
  await build({ input: `${peers}/plain.ts`, platform: 'node', logLevel: 'silent', output })
  if (existsSync(`${peers}/node_modules`)) return
  try {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: peers,
      stdio: 'ignore',
    })
  } catch {
    say('其他程序没有装成（没有网络？），这次不与它们比较。')
  }
}

async function makeLogs(folder: string, sizes: Sizes): Promise<void> {
  const plain = { encoding: 'utf-8', isFaulty: false, isQuoted: false } as const
  const at = (name: string) => join(folder, name)
  await makeLog(at('30.csv'), { ...plain, rows: sizes.small, encoding: 'gb18030' })
  await makeLog(at('1k.csv'), { ...plain, rows: sizes.usual, encoding: 'gb18030' })
  await makeLog(at('10k.csv'), { ...plain, rows: sizes.large })
  await makeLog(at('1m.csv'), { ...plain, rows: sizes.million })
  await makeLog(at('1m-gbk.csv'), { ...plain, rows: sizes.million, encoding: 'gb18030' })
  await makeLog(at('1m-bad.csv'), { ...plain, rows: sizes.million, isFaulty: true })
  await makeLog(at('10k-bad.csv'), { ...plain, rows: sizes.large, isFaulty: true })
  await makeBook(at('100k.xlsx'), sizes.sheet)
  await mkdir(at('许多'))
  for (let log = 0; log < sizes.logs; log++) {
    const recipe = { ...plain, rows: sizes.rowsEach, firstNumber: log * sizes.rowsEach }
    await makeLog(join(folder, '许多', `${log}.csv`), recipe)
  }
  await mkdir(at('报送'))
  for (let log = 0; log < sizes.logs; log++) {
    const recipe = { ...plain, rows: sizes.casesEach, unit: `第${log + 1}县` }
    await makeLog(join(folder, '报送', `${log}.csv`), recipe)
  }
}

async function main(): Promise<void> {
  const isQuick = process.argv.includes('--quick')
  const sizes = isQuick ? quick : full
  const folder = await mkdtemp(join(tmpdir(), 'ipcase-bench-'))
  try {
    await makePeers()
    await makeLogs(folder, sizes)
    const held: Held[] = []
    for (const contest of [...contests(sizes), ...handedOutContest(sizes.runs)]) {
      say(contest.title)
      held.push({ contest, timings: await hold(contest, folder, say) })
    }
    const document = benchDocument(held, new Date().toISOString().slice(0, 10), handedOutSizes())
    process.stdout.write(document)
    if (isQuick) return
    await writeFile('docs/benchmarks.md', document)
    if (judge(held).some(({ isKept }) => !isKept)) process.exitCode = 1
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

void main()
