import { appendFile, mkdtemp, rename, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { ExitCode, type Io, UserError } from '../../src/io/io.ts'
import { nodeIo } from '../../src/io/node-io.ts'
import { fakeIo } from '../fake-io.ts'
import { randomOf } from '../soak/random.ts'
import { headings, lineOf, soundCases } from '../soak/sound-log.ts'

let folder = ''
let log = ''
let other = ''

/** More than one piece of what the disk gives at a time. */
function longLog(): string {
  const comma = { delimiter: ',', lineEnd: '\n', isQuoted: false }
  const cases = Array.from({ length: 600 }, (_, seed) => soundCases(randomOf(seed))).flat()
  return [headings, ...cases].map((cells) => `${lineOf(cells, comma)}\n`).join('')
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), '办案-'))
  log = join(folder, '台账.csv')
  other = join(folder, '另存.tmp')
  await writeFile(log, longLog())
  await utimes(log, new Date('2024-06-07T00:00:00Z'), new Date('2024-06-07T00:00:00Z'))
})

afterEach(() => rm(folder, { recursive: true }))

/** As Excel and WPS save: another file takes the place. */
async function savedByRename(): Promise<void> {
  await writeFile(other, longLog().replace('在办', '已办'))
  await rename(other, log)
}

const changes: readonly [how: string, change: () => Promise<unknown>, said: string][] = [
  ['is added to', () => appendFile(log, '1,商标侵权,,2024-05-01\n'), '被改动了'],
  ['is cut short', () => truncate(log, 300_000), '被改动了'],
  ['is emptied', () => truncate(log, 0), '被改动了'],
  ['is written over, as long as before', () => writeFile(log, longLog().replace('在办', '已办')), '被改动了'],
  ['is deleted', () => rm(log), '被删除或改名了'],
  ['gets another name', () => rename(log, other), '被删除或改名了'],
  ['is saved anew and put in its place', savedByRename, '被换成了另一个文件'],
]

/** The disk, and somebody who changes the file once its first piece is read. */
function interrupted(change: () => Promise<unknown>): Io {
  const { disk } = nodeIo()
  return {
    ...fakeIo({ cwd: folder }),
    disk: {
      ...disk,
      async *stream(path) {
        let isFirst = true
        for await (const piece of disk.stream(path)) {
          yield piece
          if (isFirst) await change()
          isFirst = false
        }
      },
    },
  }
}

test.each(changes)(
  'a log that %s while it is read is a failure, not a part of itself',
  async (_, change, said) => {
    const { disk } = interrupted(change)
    const read = async () => {
      for await (const _piece of disk.stream(log));
    }
    await expect(read()).rejects.toEqual(
      new UserError(
        `${log} 在读取时${said}，读到的不全`,
        '请等它保存完、同步完，再运行一次。',
        ExitCode.failure,
      ),
    )
  },
)

test.each(changes)('no table is made of a log that %s while it is read', async (_, change) => {
  const io = interrupted(change)
  expect(await run(['report', log, '--no-config', '-o', join(folder, '表.csv')], io)).toBe(ExitCode.failure)
  expect(await io.disk.kindOf(join(folder, '表.csv'))).toBe('absent')
})

test('a log that is only looked at by others meanwhile is read', async () => {
  const io = interrupted(() => utimes(log, new Date(), new Date('2024-06-07T00:00:00Z')))
  expect(await run(['validate', log, '--no-config', '--fail-on', 'never'], io)).toBe(ExitCode.done)
})
