import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { bytesAt, fakeIo, transcript, type World } from '../fake-io.ts'
import { after, bookOf, collect, faulty, files, others, returnOf, shuangta, wordsIn } from './replying.ts'

const first = await collect(files, '--replies', '退回')

test('who is faulty gets the workbook and a letter, who is missing a letter, who is in order nothing', () => {
  expect(first.exitCode).toBe(1)
  expect(first.written).toEqual(['双塔区-退回修改.xlsx', '双塔区-退回修改通知.docx', '凌源市-催报通知.docx'])
})

test('the workbook shows the return with its faults, the list to answer and what to do', async () => {
  const workbook = await bookOf(bytesAt(first.io, '退回/双塔区-退回修改.xlsx'))
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['双塔', '问题清单', '修改说明'])
  const cell = workbook.getWorksheet('双塔')?.getCell('E3')
  expect([cell?.text, JSON.stringify([cell?.fill, cell?.note])]).toEqual([
    '2024-01-05',
    expect.stringMatching(/FFFFC7CE.*结案时间 2024-01-05 早于立案时间/),
  ])
  const list = workbook.getWorksheet('问题清单')
  const headings = [list?.getRow(1).values].flat()
  const shown = headings.filter((_, at) => list?.getColumn(at + 1).hidden !== true)
  expect(shown).toEqual(['级别', '位置', '列名', '案件', '问题', '原值', '处理办法', '说明'])
})

test('the letters are one bureau’s to another', async () => {
  const letters = ['双塔区-退回修改通知', '凌源市-催报通知'].map((name) =>
    wordsIn(bytesAt(first.io, `退回/${name}.docx`)),
  )
  await expect(letters.join('\n----\n')).toMatchFileSnapshot('golden/replies-letters.txt')
})

/** What the county does: two cells put right, one oddity explained. */
async function mended(bytes: Uint8Array, reason = '复议期间暂缓公开'): Promise<Uint8Array> {
  const workbook = await bookOf(bytes)
  const log = workbook.getWorksheet('双塔')
  const list = workbook.getWorksheet('问题清单')
  const rows = Array.from({ length: (list?.rowCount ?? 1) - 1 }, (_, at) => list?.getRow(at + 2))
  const warned = rows.find((row) => row?.getCell(1).text === '警告')
  if (!log || !warned) throw new TypeError('the reply is another')
  log.getCell('E3').value = '2024-04-05'
  log.getCell('H5').value = 'https://www.gsxt.gov.cn/9'
  warned.getCell(10).value = reason
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

async function second(returned: World['files']) {
  const made = await collect({ ...others, ...returned }, '-f', 'json')
  return JSON.parse(made.io.printed.out)
}

test('the corrected reply in place of the original: what was mended, explained, still open, new', async () => {
  const reply = await mended(bytesAt(first.io, '退回/双塔区-退回修改.xlsx'))
  const document = await second({ '报送/双塔区-退回修改.xlsx': reply })
  const [unit] = document.units
  expect(unit).toMatchObject({ unit: '双塔区', cases: 3, status: 'on-time', explained: 1 })
  expect(unit.since).toEqual({ mended: 2, explained: 1, open: 0, new: 0 })
  expect(document.since).toEqual({ mended: 2, explained: 1, open: 0, new: 0 })
})

test('beside the original it is the same return twice, until the desk says which one counts', async () => {
  const reply = await mended(bytesAt(first.io, '退回/双塔区-退回修改.xlsx'))
  const both = { '报送/双塔.csv': shuangta, '报送/双塔区-退回修改.xlsx': reply }
  const rules = (await second(both)).findings.map(({ rule }: { rule: string }) => rule)
  expect(rules).toContain('unit-returned-twice')
  const made = await collect({ ...others, ...both }, '-f', 'json', '--replaces', '报送/双塔区-退回修改.xlsx')
  expect(JSON.parse(made.io.printed.out).units[0]).toMatchObject({
    cases: 3,
    since: { mended: 2, explained: 1, open: 0, new: 0 },
  })
})

test('words that explain nothing leave the finding open, and say so at the place of the list', async () => {
  const reply = await mended(bytesAt(first.io, '退回/双塔区-退回修改.xlsx'), '核实无误')
  const document = await second({ '报送/双塔区-退回修改.xlsx': reply })
  expect(document.units[0].since).toEqual({ mended: 2, explained: 0, open: 1, new: 0 })
  const empty = document.findings.find(({ rule }: { rule: string }) => rule === 'explanation-empty')
  expect(empty).toMatchObject({ path: '报送/双塔区-退回修改.xlsx', sheet: '问题清单', value: '核实无误' })
})

test('what another unit wrote explains nothing here', async () => {
  const world = { ...others, '报送/龙城区.csv': returnOf('龙城区', [{ published: '', url: '' }]) }
  const reply = await mended(bytesAt(first.io, '退回/双塔区-退回修改.xlsx'))
  const made = await collect({ ...world, '报送/双塔区-退回修改.xlsx': reply }, '-f', 'json')
  const [, longcheng] = JSON.parse(made.io.printed.out).units
  expect(longcheng).toMatchObject({ unit: '龙城区', explained: 0, since: null })
})

test('reasons in the workbook count where the log itself was corrected in its own file', async () => {
  const reply = await mended(bytesAt(first.io, '退回/双塔区-退回修改.xlsx'))
  const log = returnOf('双塔区', [{}, { published: '', url: '' }, {}])
  const both = { ...others, '报送/双塔.csv': log, '报送/双塔区-退回修改.xlsx': reply }
  const made = await collect(both, '-f', 'json', '--replaces', '报送/双塔.csv')
  expect(JSON.parse(made.io.printed.out).units[0]).toMatchObject({
    paths: ['报送/双塔.csv'],
    since: { mended: 2, explained: 1, open: 0, new: 0 },
  })
})

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
