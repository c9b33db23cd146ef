import { zipSync } from 'fflate'
import {
  packed,
  relationsPart,
  sheetData,
  type WorkbookSource,
  wordParts,
  workbookParts,
} from '../log/book/office.ts'
import { headings, oneCase } from './one-case.ts'

const heading = sheetData([headings, oneCase])

/** The case, more rows behind it, and what stands behind the rows. */
function sheetWith(rows: string, behind = ''): string {
  return `${heading.replace('</sheetData>', '')}${rows}</sheetData>${behind}`
}

function partsOf(inside: string, more: Omit<WorkbookSource, 'sheets'> = {}) {
  return workbookParts({ sheets: { 台账: inside }, ...more })
}

const mebibyte = 2 ** 20

/** Blanks where nothing has to stand: a thousand times smaller when packed. */
export function paddedBook(mebibytes: number): Uint8Array {
  return packed(partsOf(`${heading}${' '.repeat(mebibytes * mebibyte)}`))
}

/** One cell at the very end of each row. */
export function wideBook(rows: number): Uint8Array {
  const cells = Array.from(
    { length: rows },
    (_, at) => `<row r="${at + 3}"><c r="XFD${at + 3}"><v>1</v></c></row>`,
  )
  return packed(partsOf(sheetWith(cells.join(''))))
}

const lastRow = '<row r="1048576"><c><v>1</v></c></row>'

export function mergedBook(merges: number): Uint8Array {
  const all = '<mergeCell ref="A1:XFD1048576"/>'.repeat(merges)
  return packed(partsOf(sheetWith(lastRow, `<mergeCells>${all}</mergeCells>`)))
}

export function linkedBook(links: number): Uint8Array {
  const all = '<hyperlink ref="A1:XFD1048576" r:id="rId1"/>'.repeat(links)
  const target = relationsPart([{ id: 'rId1', type: 'hyperlink', target: 'https://www.gsxt.gov.cn/1' }])
  const parts = partsOf(sheetWith(lastRow, `<hyperlinks>${all}</hyperlinks>`))
  return packed({ ...parts, 'xl/worksheets/_rels/sheet1.xml.rels': target })
}

/** Many names for one sheet. */
export function manySheets(sheets: number, rows: number): Uint8Array {
  const parts = partsOf(sheetWith('<row><c><v>1</v></c><c><v>1</v></c></row>'.repeat(rows)))
  const listed = Array.from(
    { length: sheets },
    (_, at) => `<sheet name="${at}" sheetId="${at + 1}" r:id="rId1"/>`,
  )
  const workbook = parts['xl/workbook.xml'] ?? ''
  return packed({
    ...parts,
    'xl/workbook.xml': workbook.replace(/<sheets>.*<\/sheets>/, `<sheets>${listed.join('')}</sheets>`),
  })
}

/** A long string that every row names by its number. */
export function repeatedString(length: number, rows: number): Uint8Array {
  const row =
    '<row><c/><c t="s"><v>1</v></c><c/><c t="s"><v>2</v></c><c/><c/><c/><c/><c t="s"><v>0</v></c></row>'
  const strings = ['侵权'.repeat(length / 2), '商标侵权', '2024-03-01'].map((text) => `<t>${text}</t>`)
  return packed(partsOf(sheetWith(row.repeat(rows)), { strings }))
}

export function manyParts(count: number): Uint8Array {
  const nothing = new Uint8Array()
  const names = Array.from({ length: count }, (_, at) => [`xl/${at}.xml`, nothing] as const)
  return zipSync(Object.fromEntries(names), { level: 0 })
}

export function nestedBook(depth: number): Uint8Array {
  return packed(partsOf(`${heading}${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`))
}

export function nestedTables(depth: number): Uint8Array {
  const body = `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`
  return packed(wordParts(body))
}

/** Every cell filled, as dense as XML lets it be. */
export function denseBook(rows: number, columns: number): Uint8Array {
  return packed(partsOf(sheetWith(`<row>${'<c><v>12345</v></c>'.repeat(columns)}</row>`.repeat(rows))))
}

/** 商标侵权 in every row, as a merge does it, and a row for each case. */
export function tallBook(rows: number): Uint8Array {
  const row = '<row><c/><c t="s"><v>0</v></c><c/><c t="s"><v>1</v></c></row>'
  const strings = ['商标侵权', '2024-03-01'].map((text) => `<t>${text}</t>`)
  return packed(partsOf(sheetWith(row.repeat(rows)), { strings }))
}
