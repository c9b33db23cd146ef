import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { collectDocument } from '../../src/model/documents/collect.ts'
import { fakeIo, transcript } from '../fake-io.ts'
import { docxDump } from '../tables/docx-dump.ts'
import { readPdf } from '../tables/pdf-reader.ts'
import { dumpWorkbook } from '../tables/xlsx-dump.ts'
import { asOf, june } from './city.ts'

const words = ['collect', '报送', '--received', '报送/收文登记.csv', '--allow-errors', ...asOf] as const

async function written(file: string): Promise<Uint8Array> {
  const io = fakeIo(june)
  await run([...words, '-o', file], io)
  const bytes = io.files.get(`/办案/${file}`)
  if (!(bytes instanceof Uint8Array)) throw new TypeError(`${file} was not written`)
  return bytes
}

test.each(['text', 'html', 'md', 'csv', 'json'])('the city’s table as %s', async (format) => {
  const { out } = await transcript([...words, '-f', format], june)
  const steady = out.replace(/"version": "[^"]*"/, '"version": "0.0.0"')
  await expect(steady).toMatchFileSnapshot(`golden/collect.${format}`)
})

test('json is what its schema says', async () => {
  const { out } = await transcript([...words, '-f', 'json'], june)
  expect(collectDocument.safeParse(JSON.parse(out)).error).toBeUndefined()
})

test('the city’s table as xlsx', async () => {
  const dump = (await dumpWorkbook(await written('汇总.xlsx'))).replace(/^SHA-256 .*\n/, '')
  await expect(dump).toMatchFileSnapshot('golden/collect.xlsx.txt')
})

test('the city’s table as docx', async () => {
  await expect(docxDump(await written('汇总.docx'))).toMatchFileSnapshot('golden/collect.docx.txt')
})

test('the city’s table as pdf', async () => {
  const pages = await readPdf(await written('汇总.pdf'))
  const lines = pages.flatMap(({ texts }, at) => [`第 ${at + 1} 页`, ...texts.map(({ text }) => text)])
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('golden/collect.pdf.txt')
})

test.each(['xlsx', 'docx', 'csv', 'html'])('.%s reads back as the same cases, one form', async (kind) => {
  const io = fakeIo({ files: { [`汇总.${kind}`]: await written(`汇总.${kind}`) } })
  await run(['validate', `汇总.${kind}`, '-f', 'json', ...asOf], io)
  const { logs, findings } = JSON.parse(io.printed.out)
  expect(logs.map(({ cases }: { cases: number }) => cases)).toEqual([18])
  const rules = findings.map(({ rule }: { rule: string }) => rule)
  expect(rules.filter((rule: string) => rule !== 'cases-left-out').toSorted()).toEqual([
    'open-case-number-missing',
    'remark-wording',
    // 拟公开 is printed as 否.
    'unpublished-without-reason',
  ])
})

test('the same files make the same bytes', async () => {
  expect(Buffer.compare(await written('汇总.xlsx'), await written('汇总.xlsx'))).toBe(0)
})
