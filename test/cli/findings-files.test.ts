import { createHash } from 'node:crypto'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { partText } from '../../src/office/package.ts'
import { unzip } from '../../src/office/zip.ts'
import { exampleLog } from '../example-log.ts'
import { bytesAt, fakeIo, type World } from '../fake-io.ts'

const log = exampleLog([{ published: '', url: '' }, { filed: '2024/3/5' }, { url: '' }])

async function validate(files: NonNullable<World['files']>, ...more: readonly string[]) {
  const io = fakeIo({ files: { '凌源.csv': log, ...files } })
  const exitCode = await run(['validate', '凌源.csv', '-o', '问题.xlsx', ...more], io)
  const bytes = bytesAt(io, '问题.xlsx')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes).buffer)
  return { io, exitCode, bytes, workbook }
}

function cellsOf(workbook: ExcelJS.Workbook, heading: string): readonly string[] {
  const sheet = workbook.getWorksheet('问题清单')
  const at = [sheet?.getRow(1).values].flat().indexOf(heading) + 1
  return Array.from(
    { length: (sheet?.rowCount ?? 1) - 1 },
    (_, i) => sheet?.getRow(i + 2).getCell(at).text ?? '',
  )
}

const first = await validate({})

test('the workbook holds the list, each log, what was read otherwise and what was checked', () => {
  const names = first.workbook.worksheets.map(({ name }) => name)
  expect(names).toEqual(['问题清单', '凌源', '已规范', '核对情况'])
  expect(cellsOf(first.workbook, '规则')).toEqual(['published-missing', 'url-missing'])
  expect(cellsOf(first.workbook, '位置')).toEqual(['G2', 'H4'])
  const faulty = first.workbook.getWorksheet('凌源')?.getCell('H4')
  expect(JSON.stringify([faulty?.fill, faulty?.note])).toMatch(/FFFFC7CE.*url-missing/)
  const repaired = first.workbook.getWorksheet('已规范')?.getRow(2).values
  expect((repaired as string[]).slice(3, 7)).toEqual(['3', '立案时间', '2024/3/5', '2024-03-05'])
})

test('the same findings are the same bytes', async () => {
  expect(Buffer.compare(first.bytes, (await validate({})).bytes)).toBe(0)
})

test('a reason written into it silences its finding and stands in the next one, the former is kept', async () => {
  const sheet = first.workbook.getWorksheet('问题清单')
  const at = [sheet?.getRow(1).values].flat().indexOf('说明') + 1
  const cell = sheet?.getRow(2).getCell(at)
  if (cell) cell.value = '复议期间暂缓公开'
  const filled = new Uint8Array(await first.workbook.xlsx.writeBuffer())
  const second = await validate({ '问题.xlsx': filled }, '--explained', '问题.xlsx', '-f', 'json')
  const document = JSON.parse(second.io.printed.out)
  expect(document.explained.map(({ reason }: { reason: string }) => reason)).toEqual(['复议期间暂缓公开'])
  expect(document.since).toEqual({ mended: 0, explained: 1, open: 1, new: 0 })
  expect(cellsOf(second.workbook, '说明')).toEqual(['复议期间暂缓公开', ''])
  expect(second.io.files.get('/办案/问题.上一次.xlsx')).toEqual(filled)
})

test('in a folder of logs the workbook is no log: its cases were counted where they stand', async () => {
  const io = fakeIo({ files: { 'd/凌源.csv': log, 'd/问题.xlsx': first.bytes } })
  await run(['validate', 'd', '-f', 'json'], io)
  const { logs, skipped, failures } = JSON.parse(io.printed.out)
  expect(logs.map(({ cases }: { cases: number }) => cases)).toEqual([3])
  expect(skipped).toEqual([{ path: 'd/问题.xlsx', reason: '这是 ipcase 写出的问题清单或对照表，不是台账' }])
  expect(failures).toEqual([])
})

test('each list has its filter by the name that spreadsheets look for, and is printed up to 说明', () => {
  const parts = unzip(first.bytes, (name) => name === 'xl/workbook.xml')
  const xml = typeof parts === 'string' ? '' : (partText(parts, 'xl/workbook.xml') ?? '')
  const named = (name: string) => new RegExp(`name="${name}"[^>]*>([^<]*)<`).exec(xml)?.[1]
  expect(named('_xlnm._FilterDatabase')).toBe("'问题清单'!$A$1:$L$3")
  expect(named('_xlnm.Print_Area')).toContain('$A$1:$J$3')
})

async function pageOf(log: string, ...more: readonly string[]): Promise<string> {
  const io = fakeIo({ files: { '凌源.csv': log } })
  await run(['validate', '凌源.csv', '-o', '问题.html', ...more], io)
  const bytes = bytesAt(io, '问题.html')
  return new TextDecoder().decode(bytes)
}

/** What the page says of one rule. */
function groupIn(html: string): string {
  return /data-rule="url-missing"([\s\S]*?)<\/section>/.exec(html)?.[1] ?? ''
}

const hostile = '<script>alert(1)</script>'
const page = await pageOf(exampleLog([{}, { outcome: hostile, url: '' }, {}]))

test('a faulty cell stands between its neighbours under its letter, with why and what to do', () => {
  const article = groupIn(page)
  expect(article).toMatch(/为什么：.*怎么办：/s)
  expect(article).toMatch(/<b class="letter">H<\/b>公开网址/)
  expect([...article.matchAll(/<th scope="row">(\d+)</g)].map(([, row]) => row)).toEqual(['2', '3', '4'])
  expect(article.match(/<td class="here"><mark>（空）/g)).toHaveLength(1)
})

test('no cell becomes markup, and no script but the page’s own may run', () => {
  expect(page).toContain('&lt;script&gt;alert(1)')
  const scripts = page.match(/<script>[\s\S]*?<\/script>/g) ?? []
  expect(scripts).toHaveLength(1)
  const own = scripts.join('').replace(/<\/?script>/g, '')
  const hash = createHash('sha256').update(own).digest('base64')
  expect(page).toContain(`default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`)
})

test('of a wide ledger the columns around the fault are shown', async () => {
  const wide = exampleLog([{ url: '' }]).replace(/^(.*)\n(.*)\n/, (_, heading, row) => {
    const own = Array.from({ length: 20 }, (_, at) => `栏${at + 1}`)
    return `${[...own, heading].join()}\n${[...own.map(() => 'x'), row].join()}\n`
  })
  const article = groupIn(await pageOf(wide))
  const letters = [...article.matchAll(/<b class="letter">(\w+)</g)].map(([, letter]) => letter)
  expect(letters).toEqual(['U', 'V', 'W', 'X', 'Y', 'Z', 'AA', 'AB', 'AC'])
})

test('a log in order makes a page that says so', async () => {
  expect(await pageOf(exampleLog([{}]))).toContain('没有发现问题。')
})
