import { expect, test } from 'vitest'
import { type WantedCells, writeSheet } from '../../../src/edit/sheet-cells.ts'
import { plainStyle } from '../../../src/office/number-format.ts'

type Texts = Readonly<Record<number, string>>

/** By the row a spreadsheet shows. */
function wanted(texts: Texts, column: number): WantedCells {
  return new Map(Object.entries(texts).map(([row, text]) => [Number(row), { column: column + 1, text }]))
}

const styles = [plainStyle, { kind: 'date' }, plainStyle] as const

function numbered(xml: string, texts: Texts, column = 0) {
  return writeSheet(xml, wanted(texts, column), styles)
}

const sheet = (rows: string, more = ''): string =>
  `<?xml version="1.0"?><worksheet xmlns="urn:x"><sheetData>${rows}</sheetData>${more}</worksheet>`

test.each([
  ['a number', '<c r="A2" s="2"><v>7</v></c>', '<c r="A2" s="2"><v>1</v></c>'],
  ['a shared string', '<c r="A2" s="2" t="s"><v>0</v></c>', '<c r="A2" s="2"><v>1</v></c>'],
  ['a text in the cell', '<c t="inlineStr" r="A2"><is><t>７</t></is></c>', '<c r="A2"><v>1</v></c>'],
  ['an error', '<c r="A2" t="e"><v>#REF!</v></c>', '<c r="A2"><v>1</v></c>'],
  ['an empty cell', '<c r="A2" s="2"/>', '<c r="A2" s="2"><v>1</v></c>'],
  ['an empty cell with two tags', "<c r='A2' s='2'></c>", "<c r='A2' s='2'><v>1</v></c>"],
  ['a cell that does not say where it is', '<c s="2"><v>7</v></c>', '<c s="2"><v>1</v></c>'],
  ['an absolute place', '<c r="$A$2"><v>7</v></c>', '<c r="$A$2"><v>1</v></c>'],
  ['a formula', '<c r="A2"><f>ROW()-1</f><v>1</v></c>', '<c r="A2"><v>1</v></c>'],
  ['a formula that gives text', '<c r="A2" t="str"><f>B2&amp;""</f><v>7</v></c>', '<c r="A2"><v>1</v></c>'],
  ['a value with data behind it', '<c r="A2" vm="1" cm="2"><v>7</v></c>', '<c r="A2"><v>1</v></c>'],
  [
    'a cell that shows days',
    '<c r="A2" s="1"><v>7</v></c>',
    '<c r="A2" s="1" t="inlineStr"><is><t>1</t></is></c>',
  ],
  ['the number it has', '<c r="A2"><v>1</v></c>', '<c r="A2"><v>1</v></c>'],
])('%s becomes the number and keeps its look', (_, before, after) => {
  const row = (cell: string): string => sheet(`<row r="2">${cell}<c r="B2"><v>5</v></c></row>`)
  expect(numbered(row(before), { 2: '1' }).xml).toEqual(row(after))
})

test.each([
  ['is left out where nothing is to be said', '', '<c r="B2"/>', '<c r="B2"/>', '', '', 0],
  ['is put before its neighbour', '', '<c r="B2"/>', '<c r="A2"><v>3</v></c><c r="B2"/>', '', '3', 0],
  [
    'is put between two',
    '',
    '<c r="A2"/><c r="D2"/>',
    '<c r="A2"/><c r="C2"><v>3</v></c><c r="D2"/>',
    '',
    '3',
    2,
  ],
  ['is put behind the last', '', '<c/><c/>', '<c/><c/><c r="C2"><v>3</v></c>', '', '3', 2],
  [
    'looks as its row',
    ' s="2" customFormat="1"',
    '<c r="B2"/>',
    '<c r="A2" s="2"><v>3</v></c><c r="B2"/>',
    '<cols><col min="1" max="4" style="7"/></cols>',
    '3',
    0,
  ],
  [
    'looks as its column',
    ' s="2"',
    '<c r="B2"/>',
    '<c r="A2" s="7"><v>3</v></c><c r="B2"/>',
    '<cols><col min="1" max="1" style="7"/><col min="2" max="4" style="8"/></cols>',
    '3',
    0,
  ],
] as const)('a cell that is not there %s', (_, row, before, after, columns, text, column) => {
  const xml = (cells: string): string =>
    `<worksheet>${columns}<sheetData><row r="2"${row}>${cells}</row></sheetData></worksheet>`
  expect(numbered(xml(before), { 2: text }, column).xml).toEqual(xml(after))
})

test('rows that do not say where they are follow the one before', () => {
  const rows = (two: string, five: string): string =>
    sheet(`<row><c/></row><row>${two}</row><row r="4"/><row>${five}</row>`)
  expect(numbered(rows('<c/>', '<c/><c/>'), { 2: '1', 5: '2' }).xml).toEqual(
    rows('<c><v>1</v></c>', '<c><v>2</v></c><c/>'),
  )
})

test('the cells of other rows, comments and character data are passed over', () => {
  const rows = (cell: string): string =>
    sheet(
      `<row r="1"><c r="A1"><v>9</v></c></row><!-- <row r="2"><c r="A2"/></row> --><row r="2">${cell}</row>`,
    )
  const old = '<c r="A2" t="inlineStr"><is><t><![CDATA[<c r="A2"/>]]></t></is></c>'
  expect(numbered(rows(old), { 2: '1' }).xml).toEqual(rows('<c r="A2"><v>1</v></c>'))
})

test('every element is written with the prefix of the sheet', () => {
  const xml = (cells: string): string =>
    `<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row r="2">${cells}</x:row></x:sheetData></x:worksheet>`
  expect(numbered(xml('<x:c r="A2" s="1"/>'), { 2: '1' }).xml).toEqual(
    xml('<x:c r="A2" s="1" t="inlineStr"><x:is><x:t>1</x:t></x:is></x:c>'),
  )
  expect(numbered(xml('<x:c r="B2"/>'), { 2: '1' }).xml).toEqual(
    xml('<x:c r="A2"><x:v>1</x:v></x:c><x:c r="B2"/>'),
  )
})

const rows = (...cells: readonly string[]): string =>
  cells.map((cell, at) => `<row r="${at + 2}">${cell}</row>`).join('')

const cell = (row: number, formula: string, value: number): string =>
  `<c r="A${row}">${formula}<v>${value}</v></c>`

test('a blank takes number and formula out of the cell', () => {
  const { xml, uncomputed } = numbered(sheet(rows('<c r="A2" s="2"><f>1</f><v>1</v></c>', '<c r="A3"/>')), {
    2: '',
    3: '',
  })
  expect(xml).toEqual(sheet(rows('<c r="A2" s="2"/>', '<c r="A3"/>')))
  expect(uncomputed).toEqual([{ top: 2, left: 1, bottom: 2, right: 1 }])
})

test('who shares a formula that is written over keeps its value', () => {
  const first = '<f t="shared" ref="A2:A4" si="0">A1+1</f>'
  const other = '<f t="shared" si="0"/>'
  const before = rows(cell(2, first, 1), cell(3, other, 2), cell(4, other, 3))
  expect(numbered(sheet(before), { 2: '5' }).xml).toEqual(
    sheet(rows(cell(2, '', 5), cell(3, '', 2), cell(4, '', 3))),
  )
  expect(numbered(sheet(before), { 3: '5' }).xml).toEqual(
    sheet(rows(cell(2, first, 1), cell(3, '', 5), cell(4, other, 3))),
  )
})

test('an array with a cell written over keeps its values', () => {
  const array = '<c r="A2" cm="1"><f t="array" ref="A2:A4">SEQUENCE(3)</f><v>1</v></c>'
  const { xml, uncomputed } = numbered(sheet(rows(array, cell(3, '', 2), cell(4, '', 3))), { 3: '5' })
  expect(xml).toEqual(sheet(rows(cell(2, '', 1), cell(3, '', 5), cell(4, '', 3))))
  expect(uncomputed).toEqual([{ top: 2, left: 1, bottom: 4, right: 1 }])
})

test('formulas of other cells stay', () => {
  const others = sheet(
    rows('<c r="A2"/><c r="B2"><f>A2</f></c>', '<c r="B3"><f t="array" ref="B3:C3">A2</f></c>'),
  )
  const { xml, uncomputed } = numbered(others, { 2: '1' })
  expect(xml).toEqual(others.replace('<c r="A2"/>', '<c r="A2"><v>1</v></c>'))
  expect(uncomputed).toEqual([])
})

test.each([
  ['hides a number', '<mergeCell ref="A2:A3"/>', ['A2:A3']],
  ['shows the number', '<mergeCell ref="A3:C3"/>', []],
  ['hides a blank', '<mergeCell ref="A3:A4"/>', []],
])('a merge that %s', (_, merge, hiding) => {
  const data = rows('<c r="A2"/>', '<c r="A3"/>', '<c r="A4"/>')
  const book = sheet(data, `<mergeCells count="1">${merge}</mergeCells>`)
  expect(numbered(book, { 2: '1', 3: '2', 4: '' }).hiding).toEqual(hiding)
})
