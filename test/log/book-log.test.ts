import { expect, test } from 'vitest'
import { readBack } from '../read-log.ts'

const cells = (line: string): string =>
  line
    .split(',')
    .map((text) => `<td>${text}</td>`)
    .join('')
const table = (...lines: readonly string[]): string =>
  `<table>${lines.map((line) => `<tr>${cells(line)}</tr>`).join('')}</table>`

const headings = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注'
const row = (number: number): string => `${number},商标侵权,A${number},2024-03-05,,在办,,,`

test('a table without a heading goes on from the one before it', async () => {
  const page = `<html><body>${table(headings, row(1))}<p>（续表）</p>${table(row(2), row(3))}</body></html>`
  const { summary, cases, faults } = await readBack(page)
  expect(faults).toEqual([])
  expect(cases.map((c) => [c.caseNumber, c.layout.sheet, c.line])).toEqual([
    ['A1', '表1', 2],
    ['A2', '表2', 1],
    ['A3', '表2', 2],
  ])
  expect(summary.sheets).toEqual([
    { name: '表1', read: true, reason: null, headingLine: 1, rows: 1, cases: 1 },
    { name: '表2', read: true, reason: null, headingLine: null, rows: 2, cases: 2 },
  ])
})

test.each([
  ['holds no case type', table('填表人,审核人', '某,某')],
  ['stands before any heading', ''],
])('a table that %s is named as skipped', async (_, other) => {
  const first = other === '' ? table(row(1)) : table(headings, row(1))
  const second = other === '' ? table(headings, row(2)) : other
  const { summary, cases } = await readBack(`<html><body>${first}${second}</body></html>`)
  expect(cases).toHaveLength(1)
  expect(summary.sheets?.filter(({ read }) => !read)).toHaveLength(1)
})
