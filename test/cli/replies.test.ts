import { expect, test } from 'vitest'
import type { World } from '../fake-io.ts'
import { bookOf, bytesAt, collect, files, others, returnOf, shuangta, wordsIn } from './replying.ts'

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
