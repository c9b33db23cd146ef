import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { findFormPlaces } from '../../src/log/form-places.ts'
import type { Statistics } from '../../src/model/table.ts'
import { partText } from '../../src/office/package.ts'
import { unzip } from '../../src/office/zip.ts'
import { headingTexts } from '../../src/render/table/cells.ts'
import { tableFormats } from '../../src/render/table/index.ts'
import { packed, wordParts } from '../log/book/office.ts'
import { blankWorkbook } from './blank-form.ts'
import { nilReturn, ordinary } from './samples.ts'

const look = { color: false, columns: undefined, quiet: false } as const

async function filled(format: 'xlsx' | 'docx', form: Uint8Array, statistics: Statistics) {
  const render = await tableFormats[format].load()
  const places = await findFormPlaces(form)
  const result = render(statistics, { look, files: new Map(), template: form, ...(places && { places }) })
  if (typeof result === 'string' || !('bytes' in result)) throw new Error(JSON.stringify(result))
  return result
}

const leftAndTop = { horizontal: 'left', vertical: 'top' } as const

async function leftAligned(): Promise<Uint8Array> {
  return await blankWorkbook((sheet) => {
    for (let row = 5; row <= 15; row += 1) {
      for (let column = 1; column <= 9; column += 1) sheet.getRow(row).getCell(column).alignment = leftAndTop
    }
  })
}

test.each([
  ['nil', nilReturn, '本期无案件'],
  ['ordinary', ordinary, '无'],
])(
  'what stands for no case is boxed and in the middle, though cases stand left: %s',
  async (_, of, words) => {
    const { bytes } = await filled('xlsx', await leftAligned(), of)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(Buffer.from(bytes).buffer)
    const found: ExcelJS.Cell[] = []
    workbook.getWorksheet('统计表')?.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.text === words && cell.master === cell) found.push(cell)
      })
    })
    expect(found.length).toBeGreaterThan(0)
    for (const { alignment, border } of found) {
      expect(alignment).toMatchObject({ horizontal: 'center', vertical: 'middle' })
      expect(Object.keys(border ?? {}).sort()).toEqual(['bottom', 'left', 'right', 'top'])
    }
  },
)

test('the same in Word', async () => {
  const cell = (text: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
  const row = (cells: readonly string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`
  const form = packed(
    wordParts(
      `<w:p><w:r><w:t>填报单位： 时间：</w:t></w:r></w:p><w:tbl>${row(headingTexts)}${row(headingTexts.map(() => ''))}</w:tbl>`,
      [],
    ),
  )
  const { bytes } = await filled('docx', form, nilReturn)
  const parts = unzip(bytes, (name) => name === 'word/document.xml')
  const xml = typeof parts === 'string' ? '' : (partText(parts, 'word/document.xml') ?? '')
  const none = [...xml.matchAll(/<w:tc>.*?<\/w:tc>/gs)]
    .map(([cell]) => cell)
    .filter((cell) => />(?:本期无案件|无)</.test(cell))
  expect(none.length).toBe(6)
  for (const one of none) expect(one).toMatch(/<w:vAlign w:val="center"\/>.*<w:jc w:val="center"\/>/s)
})
