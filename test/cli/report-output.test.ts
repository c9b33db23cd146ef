import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { inWords } from '../../src/io/errno.ts'
import { commandLine } from '../../src/render/command-line.ts'
import { bytesAt, type FakeIo, fakeIo, screenOf, transcript } from '../fake-io.ts'
import { aloud, files, report } from './run-report.ts'

test('every file asked for is written, its folder made and its name said', async () => {
  const { exitCode, io } = await aloud('台账 -o 上报/六月/表.xlsx -o 表.csv -o 旧表.xlsx --force')
  expect([exitCode, io.printed.out]).toEqual([
    0,
    '已写入 上报/六月/表.xlsx\n已写入 表.csv\n已写入 旧表.xlsx\n',
  ])
  expect(bytesAt(io, '旧表.xlsx')).toEqual(bytesAt(io, '上报/六月/表.xlsx'))
})

test('with -f standard output has the table and no word of the files', async () => {
  const { io } = await report('台账 -o 表.csv -f csv')
  expect(io.printed.out).toBe(new TextDecoder().decode(bytesAt(io, '表.csv')))
})

test('a workbook is not shown on a terminal', async () => {
  const io = fakeIo({ files, columns: 80 })
  expect(await report('台账 -f xlsx', io)).toMatchObject({ exitCode: 2 })
  expect(io.printed.err).toContain('xlsx 不能显示在屏幕上\n  请用 -o 写成文件，或用 > 转到文件里。')
})

test('the result of the last run is no log of its folder', async () => {
  const { io } = await report('台账 -o 台账/统计表.csv')
  const first = bytesAt(io, '台账/统计表.csv')
  expect(await run(['report', '台账', '-o', '台账/统计表.csv', '--force'], io)).toBe(0)
  expect(bytesAt(io, '台账/统计表.csv')).toEqual(first)
  expect(io.printed.err).toContain('台账/统计表.csv：是要写入的文件')
})

/** A disk whose second file cannot be written. */
function failing(code: string, { disk }: FakeIo): FakeIo['disk'] {
  const error = Object.assign(new Error(code), { code, syscall: 'rename' })
  return {
    ...disk,
    async write(path, data, options) {
      if (path !== '表.csv') throw inWords(error, path, 'write')
      await disk.write(path, data, options)
    },
  }
}

test.each([
  ['EBUSY', '正被其他程序占用\n  请先在 Excel/WPS 中关闭该文件，再运行一次。'],
  ['EPERM', '没有写入权限\n  请先在 Excel/WPS 中关闭该文件；仍不行，请用 -o 改写到自己的文件夹。'],
  ['EACCES', '没有写入权限\n  请先在 Excel/WPS 中关闭该文件；仍不行，请用 -o 改写到自己的文件夹。'],
  ['EROFS', '所在的磁盘是只读的\n  请用 -o 改写到可以写入的文件夹。'],
  ['ENOSPC', '写不下：磁盘空间已满\n  请清理磁盘，或用 -o 改写到别处。'],
])('%s is a sentence, and the files before it are written', async (code, sentence) => {
  const io = fakeIo({ files })
  const { exitCode } = await report('台账 -o 表.csv -o 旧表.xlsx --force', io, failing(code, io))
  expect([exitCode, io.printed]).toEqual([3, { out: '', err: `ipcase：旧表.xlsx ${sentence}\n` }])
})

test('a file that cannot be read is passed over with --allow-errors, and the run still fails', async () => {
  const io = fakeIo({ files: { ...files, '台账/照片.csv': new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0]) } })
  expect((await report('台账 -o 表.csv', io)).exitCode).toBe(3)
  expect(io.files.has('/办案/表.csv')).toBe(false)
  expect(io.printed.err).toContain('台账/照片.csv')
  expect((await report('台账 -o 表.csv --allow-errors', io)).exitCode).toBe(3)
  expect(bytesAt(io, '表.csv').toString()).toContain('朝凌市监处罚〔2024〕1号')
})

const world = { files }

test('a quiet run that is late says so', async () => {
  expect(await transcript(['report', '台账', '-o', '表.csv', '-q', '--as-of', '2024-06-11'], world)).toEqual({
    exitCode: 4,
    out: '',
    err: [
      '本期 2024-06：2024年6月10日（星期一）前（含当日）报送季度工作进展情况、案件办理情况表，未见报送记录，逾期 1 天。',
      '请立即报送；已经报送的，可用 ipcase record 登记。',
      '',
    ].join('\n'),
  })
})

test.each([
  [['report', '台账/凌源.csv'], 'ipcase report 台账/凌源.csv'],
  [['report', '6月 台账/凌源（终）.csv'], 'ipcase report "6月 台账/凌源（终）.csv"'],
  [['validate', '台账/*.csv', 'C:\\台账\\凌源.xlsx'], 'ipcase validate "台账/*.csv" C:\\台账\\凌源.xlsx'],
  [['number', '凌源(1).csv', '-o', "凌源's.csv"], 'ipcase number "凌源(1).csv" -o "凌源\'s.csv"'],
  [['number', '价$1"甲\'乙.csv'], "ipcase number '价$1\"甲'\\''乙.csv'"],
])('%j can be pasted as %s', (words, line) => {
  expect(commandLine(...words)).toBe(line)
})

test('the command to run again can be pasted', async () => {
  const blank = String(files['台账/凌源.csv']).replace('2024-03-05', '')
  const { err } = await transcript(['report', '6月 凌源.csv'], { files: { '6月 凌源.csv': blank } })
  expect(err).toContain('再运行 ipcase report "6月 凌源.csv"')
})

test('on a screen a blank line stands between the findings and the form', async () => {
  const screen = await screenOf(['report', '台账'], 80, world)
  expect(screen).toContain('条规则。\n\n附件\n')
})
