import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { fakeIo, transcript } from '../fake-io.ts'
import { after, bytesAt, collect, faulty, files, others, returnOf, wordsIn } from './replying.ts'

const first = await collect(files, '--replies', '退回')

test.each([
  ['a return noted as late', '双塔区,2024-06-12', [{}], ['双塔区-催报通知.docx']],
  [
    'a late one with faults: one letter says both',
    '双塔区,2024-06-12',
    faulty,
    ['双塔区-退回修改.xlsx', '双塔区-退回修改通知.docx'],
  ],
  ['a return noted as in time', '双塔区,2024-06-10', [{}], []],
])('%s', async (_, noted, rows, expected) => {
  const world = {
    ...others,
    '报送/双塔.csv': returnOf('双塔区', rows),
    '收文.csv': `单位,收到日期\n${noted}\n`,
  }
  const { written } = await collect(world, '--replies', '退回', '--received', '收文.csv')
  expect(written).toEqual([...expected, '凌源市-催报通知.docx'])
})

test('a form that says it was late is no ground for a letter: nobody noted the day', async () => {
  const form = returnOf('双塔区', [{}]).replace('管理局,', '管理局,时间：2024年6月12日')
  const { written } = await collect({ ...others, '报送/双塔.csv': form }, '--replies', '退回')
  expect(written).toEqual(['凌源市-催报通知.docx'])
})

test('of a return that cannot be read the letter says why and what to do; there is no workbook', async () => {
  const made = await collect({ ...others, '报送/双塔区.pdf': '%PDF-1.4' }, '--replies', '退回')
  expect(made.written).toEqual(['双塔区-退回修改通知.docx', '凌源市-催报通知.docx'])
  const words = wordsIn(bytesAt(made.io, '退回/双塔区-退回修改通知.docx'))
  expect(words).toContain('1．双塔区.pdf：PDF 读不了。请改用原来的表格文件。')
  expect(words).not.toContain('.xlsx')
})

test('where all is in order nothing is written, and that is said', async () => {
  const all = {
    ...others,
    '报送/双塔.csv': returnOf('双塔区', [{}]),
    '报送/凌源.csv': returnOf('凌源市', []),
  }
  const io = fakeIo({ files: all })
  await run(['collect', '报送', '--as-of', after, '--replies', '退回', '-o', '汇总.csv'], io)
  expect(io.printed.out).toBe('已写入 汇总.csv\n没有要退回或催报的单位\n')
})

test('with --force the letters are written anew, and those without a reason are named', async () => {
  const again = { ...files, '退回/双塔区-退回修改.xlsx': '旧', '退回/北票市-催报通知.docx': '旧' }
  const io = fakeIo({ files: again })
  await run(['collect', '报送', '--as-of', after, '--replies', '退回', '--force', '-q'], io)
  expect(bytesAt(io, '退回/双塔区-退回修改.xlsx')).toEqual(bytesAt(first.io, '退回/双塔区-退回修改.xlsx'))
  expect(io.printed.err).toContain('退回 里还有以前写的、这次没有理由再发的：北票市-催报通知.docx\n')
})

test.each([
  {
    title: 'that lies among the returns',
    args: ['报送', '--replies', '报送/退回'],
    exitCode: 2,
    err: 'ipcase：报送/退回 在 报送 里面：退回的文件下次会被当作报送读进来\n  请换一个放退回文件的文件夹，例如与它并排。\n',
  },
  {
    title: 'that is a file',
    args: ['报送', '--replies', '旧.txt'],
    exitCode: 3,
    err: 'ipcase：旧.txt 是文件，不是文件夹\n  请写明一个文件夹。\n',
  },
  {
    title: 'that holds letters',
    args: ['报送', '--replies', '退回'],
    exitCode: 3,
    err: 'ipcase：退回 里已有退回、催报的文件 1 个，如 北票市-催报通知.docx\n  换一个文件夹；确要替换的，加 --force。\n',
  },
  {
    title: 'for what comes from a pipe',
    args: ['-', '--replies', '新'],
    exitCode: 2,
    err: 'ipcase：标准输入读来的报送退不回去：不知道是哪一份文件\n  请写明文件或文件夹，或不写 --replies。\n',
  },
])('a folder $title is refused before anything is read', async ({ args, exitCode, err }) => {
  const world = { ...files, '旧.txt': '', '退回/北票市-催报通知.docx': '' }
  expect(await transcript(['collect', ...args], { files: world })).toEqual({ exitCode, out: '', err })
})
