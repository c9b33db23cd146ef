import { readFile } from 'node:fs/promises'
import { win32 } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import type { Disk, Io } from '../../src/io/io.ts'
import type { FakeIo, World } from '../fake-io.ts'

/*
 * Paths as Windows has them: the program runs with Node's own Windows path module, above a disk that is a tree of
 * drives and shares. Everything else that Windows does otherwise is tried under Wine (.ci/packaging).
 */
vi.resetModules()
vi.doMock('node:path', async (original) => {
  const path = await original<typeof import('node:path')>()
  return { ...path.win32, posix: path.posix, win32: path.win32 }
})
const { run } = await import('../../src/cli.ts')
const { fakeIo } = await import('../fake-io.ts')

/** Test files share their modules: the next one has Node's own paths again. */
afterAll(() => {
  vi.doUnmock('node:path')
  vi.resetModules()
})

const cwd = 'D:\\办案 资料'

/** `D:\办案\凌源.csv` stands at `/D:/办案/凌源.csv`, `\\server\share\北票.csv` at `/server/share/北票.csv`. */
function onTree(path: string, from = cwd): string {
  return `/${win32.resolve(from, path).replaceAll('\\', '/').replace(/^\/+/, '')}`
}

/** The program's world, and what stands behind it. */
function windows(cwdNow = cwd, more: World['files'] = {}): { readonly io: Io; readonly seen: FakeIo } {
  const at = (path: string) => onTree(path, cwdNow)
  const entries = Object.entries({ ...files, ...more }).map(([path, content]) => [onTree(path), content])
  const seen = fakeIo({ files: Object.fromEntries(entries), cwd: onTree(cwd) })
  const { disk } = seen
  const onDisk: Disk = {
    kindOf: (path) => disk.kindOf(at(path)),
    identityOf: (path) => disk.identityOf(at(path)),
    list: (folder) => disk.list(at(folder)),
    writtenAt: (path) => disk.writtenAt(at(path)),
    read: (path) => disk.read(at(path)),
    stream: (path) => disk.stream(at(path)),
    write: (path, data, options) => disk.write(at(path), data, options),
    claim: (path, data) => disk.claim(at(path), data),
    move: (from, to) => disk.move(at(from), at(to)),
  }
  return { io: { ...seen, cwd: cwdNow, disk: onDisk }, seen }
}

const log = await readFile('fixtures/programmes/chaoyang/凌源市.csv')
const crlf = Buffer.from(log.toString('latin1').replaceAll('\n', '\r\n'), 'latin1')

const files: World['files'] = {
  '六月 凌源.csv': crlf,
  '各所\\城关所.csv': crlf,
  'E:\\北票.csv': crlf,
  '\\\\server\\share\\收件\\建平.csv': crlf,
}

async function logsRead(...operands: readonly string[]) {
  const { io, seen } = windows()
  const exitCode = await run(['validate', ...operands, '-f', 'json'], io)
  const document = JSON.parse(seen.printed.out)
  return { exitCode, paths: document.logs.map((each: { path: string }) => each.path) }
}

test.each([
  ['a name with a space', ['六月 凌源.csv'], ['六月 凌源.csv']],
  ['a backslash', ['各所\\城关所.csv'], ['各所/城关所.csv']],
  ['a backslash at the end of a folder', ['各所\\'], ['各所/城关所.csv']],
  ['a drive', ['E:\\北票.csv'], ['E:/北票.csv']],
  ['the root of a drive', ['E:\\'], ['E:/北票.csv']],
  ['the drive’s own root', ['\\办案 资料\\六月 凌源.csv'], ['/办案 资料/六月 凌源.csv']],
  ['a share', ['\\\\server\\share\\收件'], ['//server/share/收件/建平.csv']],
  ['a glob', ['六*.csv'], ['六月 凌源.csv']],
  ['a glob behind a drive', ['E:\\*.csv'], ['E:/北票.csv']],
  ['a glob on a share', ['\\\\server\\share\\**\\*.csv'], ['//server/share/收件/建平.csv']],
  ['a glob with a folder', ['.\\*\\城*.csv'], ['各所/城关所.csv']],
  ['one file under two names', ['六月 凌源.csv', 'D:\\办案 资料\\六月 凌源.csv'], ['六月 凌源.csv']],
])('%s is found, and named with `/`', async (_, operands, paths) => {
  expect(await logsRead(...operands)).toEqual({ exitCode: 0, paths })
})

test.each([
  ['beside the ledger', '统计表.xlsx', '/D:/办案 资料/统计表.xlsx'],
  ['in a folder', '报送\\六月\\统计表.xlsx', '/D:/办案 资料/报送/六月/统计表.xlsx'],
  ['on another drive', 'E:\\统计表.xlsx', '/E:/统计表.xlsx'],
  ['on a share', '\\\\server\\share\\统计表.xlsx', '/server/share/统计表.xlsx'],
])('a table is written %s', async (_, target, there) => {
  const { io, seen } = windows()
  const exitCode = await run(['report', '六月 凌源.csv', '-o', target], io)
  expect([exitCode, seen.printed.out, seen.files.has(there)]).toEqual([0, `已写入 ${target}\n`, true])
})

test.each([
  ['各所\\城关所.csv', '/D:/办案 资料/各所/城关所-编号.csv'],
  ['E:\\北票.csv', '/E:/北票-编号.csv'],
  ['\\\\server\\share\\收件\\建平.csv', '/server/share/收件/建平-编号.csv'],
])('the copy of %s stands beside it, with the line ends of Windows', async (operand, there) => {
  const { io, seen } = windows()
  expect(await run(['number', operand], io)).toBe(0)
  const copy = Buffer.from((seen.files.get(there) ?? []) as Uint8Array).toString('latin1')
  expect(copy.match(/\r\n/g)).toHaveLength(crlf.toString('latin1').match(/\r\n/g)?.length ?? 0)
  expect(copy.match(/(?<!\r)\n/g)).toBeNull()
})

test('a configuration above is found, with its paths from where it stands', async () => {
  const config = JSON.stringify({ logs: ['六月 凌源.csv'], outputs: ['表\\统计表.csv'], archive: '存档' })
  const { io, seen } = windows('D:\\办案 资料\\各所', { 'ipcase.config.json': config })
  expect(await run(['report'], io)).toBe(0)
  expect([...seen.files.keys()].filter((path) => path.endsWith('统计表.csv'))).toEqual([
    '/D:/办案 资料/表/统计表.csv',
  ])
})

test('an archive on another drive keeps a receipt by its round', async () => {
  const { io, seen } = windows()
  expect(await run(['record', '六月 凌源.csv', '--archive', 'E:\\存档', '-q'], io)).toBe(0)
  expect(seen.files.has('/E:/存档/2024-06/凌源市.json')).toBe(true)
})

test.each([['E:\\'], ['E:'], ['\\\\server\\share'], ['.']])(
  'collecting %s ends, whatever no folder above it is called',
  async (operand) => {
    const { io, seen } = windows()
    await run(['collect', operand, '-f', 'json'], io)
    expect(JSON.parse(seen.printed.out).units.length).toBeGreaterThan(0)
  },
)
