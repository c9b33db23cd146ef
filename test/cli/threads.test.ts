import { expect, test } from 'vitest'
import type { ExampleRow } from '../../src/check/rule.ts'
import { run } from '../../src/cli.ts'
import { ExitCode } from '../../src/io/io.ts'
import type { Question } from '../../src/returns/check-apart.ts'
import { exampleLog } from '../example-log.ts'
import { fakeIo } from '../fake-io.ts'
import { ranOn } from './threads.ts'

const rowsOf = (log: number, rows: number): readonly ExampleRow[] =>
  Array.from({ length: rows }, (_, row) => ({ caseNumber: `凌市监处罚〔2024〕${log * 1000 + row}号` }))

/** Logs of two cases each that share no number. */
function logs(count: number, prefix = ''): Record<string, string> {
  const all = Array.from({ length: count }, (_, log) => log)
  return Object.fromEntries(all.map((log) => [`报送/${prefix}${log}.csv`, exampleLog(rowsOf(log, 2))]))
}

/** Threads that note what they are asked. */
function noting(count: number, worthCases = 0) {
  const asked: string[] = []
  return {
    asked,
    threads: {
      count,
      worthCases,
      answer: (path: string, checked: () => Promise<unknown>) => {
        asked.push(path)
        return checked()
      },
    },
  }
}

const validate = ['validate', '报送', '--as-of', '2024-06-07']

test('threads begin where so many cases seem to come, and leave the next logs to the one that reads', async () => {
  const { asked, threads } = noting(2, 38)
  await ranOn(validate, { files: logs(20) }, threads)
  expect(asked[0]).toBe('报送/5.csv')
})

test('threads begin before the first log is read where so many bytes lie behind it', async () => {
  const files = { '报送/-1.csv': exampleLog(rowsOf(90, 1)), ...logs(20) }
  const behind = Object.values(logs(20)).reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  for (const [worthBytes, isBegun] of [
    [behind, true],
    [behind + 1, false],
  ] as const) {
    const opened: string[] = []
    let openedBefore: readonly string[] | undefined
    const answer = (_: string, checked: () => Promise<unknown>) => {
      openedBefore ??= [...opened]
      return checked()
    }
    await ranOn(validate, { files, opened }, { count: 2, worthCases: 1000, worthBytes, answer })
    expect(openedBefore).toEqual(isBegun ? [] : undefined)
  }
})

test.each([
  ['few cases', logs(20), 39, {}],
  ['one log', logs(1), 0, {}],
  ['a user who wants one thread', logs(20), 0, { IPCASE_THREADS: '1' }],
])('%s start none', async (_, files, worthCases, env) => {
  const { asked, threads } = noting(2, worthCases)
  await ranOn(validate, { files, env }, threads)
  expect(asked).toEqual([])
})

test('the environment says how many, also on a machine with one processor', async () => {
  const { asked, threads } = noting(1)
  await ranOn(validate, { files: logs(20), env: { IPCASE_THREADS: '3' } }, threads)
  expect(asked.length).toBeGreaterThan(5)
})

test.each(['0', '-1', 'zwei', '1.5', '99999'])('%s is no number of threads', async (text) => {
  const { exitCode, err } = await ranOn(validate, { files: logs(2), env: { IPCASE_THREADS: text } })
  expect(exitCode).toBe(ExitCode.usage)
  expect(err).toBe(`ipcase：环境变量 IPCASE_THREADS 的值“${text}”不对\n  请写成 1、2 这样的整数。\n`)
})

test('what a thread throws is met again in its turn, and told then', async () => {
  const world = { files: logs(9) }
  const answer = async (path: string, checked: () => Promise<unknown>): Promise<unknown> => {
    if (path.includes('4')) throw new Error('the thread is gone')
    return await checked()
  }
  expect(await ranOn(validate, world, { count: 3, answer })).toEqual(await ranOn(validate, world))
})

test('a thread that cannot start is not missed', async () => {
  const world = { files: logs(9) }
  const answer = () => Promise.reject(new Error('no memory'))
  expect(await ranOn(validate, world, { count: 3, answer })).toEqual(await ranOn(validate, world))
})

test('a bug met in one log is reported behind what was said of those before', async () => {
  const files = { ...logs(6), '报送/3错.csv': exampleLog(rowsOf(50, 2)) }
  const args = [...validate, '-f', 'csv']
  const [alone, ran] = [await ranOn(args, { files }), await ranOn(args, { files }, { count: 3 })]
  expect(alone.exitCode).toBe(ExitCode.bug)
  expect(alone.err).toMatch(/^TypeError: a bug met in 报送\/3错.csv\n/)
  expect(ran).toEqual(alone)
})

test('a log that breaks off leaves nothing behind for the next', async () => {
  const wrong = exampleLog(rowsOf(1, 2).map((row) => ({ ...row, serial: '9' })))
  const files = { '报送/1断.csv': wrong, '报送/2.csv': exampleLog(rowsOf(2, 2)) }
  const { out } = await ranOn([...validate, '-f', 'json'], { files })
  expect(JSON.parse(out).findings).toEqual([])
})

test('standard input among files is read once, and by the one who has it', async () => {
  const world = { stdin: exampleLog(rowsOf(1, 3)), files: { ...logs(4), '-': 'not what is meant' } }
  const args = ['validate', ...[0, 1, 2].map((log) => `报送/${log}.csv`), '-', '报送/3.csv', '-f', 'json']
  expect(await ranOn(args, world, { count: 3 })).toEqual(await ranOn(args, world))
})

test('nothing is read further ahead than what waits may take of the memory', async () => {
  const opened: string[] = []
  let first: string | undefined
  let release = (): void => undefined
  const held = new Promise<void>((done) => {
    release = done
  })
  const answer = async (path: string, checked: () => Promise<unknown>): Promise<unknown> => {
    first ??= path
    if (path === first) await held
    return await checked()
  }
  const run = ranOn(validate, { files: logs(60), opened }, { count: 2, answer })
  await new Promise((done) => setTimeout(done, 500))
  expect(opened.length).toBe(17)
  release()
  expect((await run).exitCode).toBe(ExitCode.done)
  expect(new Set(opened).size).toBe(60)
  expect(opened.length).toBe(60)
})

test('where logs repeat one another, the threads are soon let go', async () => {
  const log = exampleLog(rowsOf(1, 5))
  const files = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`报送/${at}.csv`, log]))
  const { asked, threads } = noting(2)
  expect(await ranOn(validate, { files }, threads)).toEqual(await ranOn(validate, { files }))
  expect(asked.length).toBeLessThan(15)
})

test('a log with more to say than is worth handing over is told in its turn', async () => {
  const faulty = exampleLog(rowsOf(30, 41_000).map((row) => ({ ...row, url: '' })))
  const world = { files: { ...logs(3), '报送/9.csv': faulty } }
  const args = [...validate, '-f', 'csv']
  expect(await ranOn(args, world, { count: 2 })).toEqual(await ranOn(args, world))
})

test('a thread is ended when all is read, whatever it still has to do', async () => {
  const io = fakeIo({ files: logs(30) })
  const steps: string[] = []
  const start = () => ({
    ask: () => new Promise<unknown>((_, fail) => steps.push('asked') && setTimeout(fail, 100)),
    end: () => void steps.push('ended'),
  })
  const far = Number.POSITIVE_INFINITY
  const threads = { count: () => 2, worthCases: 0, worthBytes: far, stretchBytes: far, start }
  steps.push(`exit ${await run(validate, { ...io, threads })}`)
  expect(steps.slice(-2)).toEqual(['ended', 'exit 0'])
  expect(steps[0]).toBe('asked')
})

test('what an answer stood in goes back with another question', async () => {
  const io = fakeIo({ files: logs(40) })
  const rooms: (number | undefined)[] = []
  const start = () => ({
    ask: async (question: unknown) => {
      rooms.push((question as Question).room?.byteLength)
      return { room: new SharedArrayBuffer(8) }
    },
    end: () => undefined,
  })
  const far = Number.POSITIVE_INFINITY
  const threads = { count: () => 2, worthCases: 0, worthBytes: far, stretchBytes: far, start }
  expect(await run(validate, { ...io, threads })).toBe(ExitCode.done)
  expect(rooms[0]).toBeUndefined()
  expect(rooms).toContain(8)
})
