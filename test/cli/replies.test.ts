import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { ExampleRow } from '../../src/check/rule.ts'
import { run } from '../../src/cli.ts'
import { exampleLog } from '../example-log.ts'
import { fakeIo, type World } from '../fake-io.ts'

const after = '2024-06-12'

/** A return of one unit: its 填报单位 above the rows. */
function returnOf(unit: string, rows: readonly ExampleRow[]): string {
  return `填报单位：${unit}市场监督管理局,,,,,,,,\n${exampleLog(rows).replace('\uFEFF', '')}`
}

const faulty = [{ closed: '2024-01-05' }, { published: '', url: '' }, { url: '' }]
const shuangta = returnOf('双塔区', faulty)
const others = Object.fromEntries(
  ['龙城区', '朝阳县', '建平县', '喀左县', '北票市'].map((unit, at) => [
    `报送/${unit}.csv`,
    returnOf(unit, [{ caseNumber: `${unit}市监处罚〔2024〕${at + 1}号` }]),
  ]),
)
const files = { '报送/双塔.csv': shuangta, ...others }

async function collect(world: World['files'], ...more: readonly string[]) {
  const io = fakeIo({ files: { ...world } })
  const words = ['collect', '报送', '--as-of', after, '-q', ...more]
  const exitCode = await run(words, io)
  const written = [...io.files.keys()].filter((path) => path.startsWith('/办案/退回/'))
  return { io, exitCode, written: written.map((path) => path.slice('/办案/退回/'.length)) }
}

function bytesAt(io: ReturnType<typeof fakeIo>, path: string): Uint8Array {
  const bytes = io.files.get(`/办案/${path}`)
  if (!(bytes instanceof Uint8Array)) throw new TypeError(`${path} was not written`)
  return bytes
}

function wordsIn(bytes: Uint8Array): string {
  const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml'])
  return xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')
}

async function bookOf(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer)
  return workbook
}

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
