import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { utils, write } from '@e965/xlsx'
import { gb18030 } from '../gb18030.ts'

export interface LogRecipe {
  readonly rows: number
  readonly encoding: 'utf-8' | 'gb18030'
  /** One fault in every row: published, and no link. */
  readonly isFaulty: boolean
  readonly isQuoted: boolean
  /** Numbers begin behind this one, so that several logs share none. */
  readonly firstNumber?: number
  /** Whose return it is: said above the heading and in the numbers. */
  readonly unit?: string
}

const headings = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注'

const kinds = [
  { type: '专利侵权裁决', prefix: '朝市监知裁字', outcome: '裁决（侵权成立）' },
  { type: '专利纠纷调解', prefix: '朝市监知调字', outcome: '达成调解协议' },
  { type: '商标侵权', prefix: '朝双市监处罚', outcome: '行政处罚' },
  { type: '假冒专利', prefix: '朝龙市监处罚', outcome: '行政处罚' },
  { type: '地理标志和官方标志', prefix: '朝北市监处罚', outcome: '不予行政处罚' },
] as const

/** Days of January to April, closed within two months: no limit passes, no publication is late. */
function day(month: number, number: number): string {
  return `2024-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`
}

// Text already encoded, a byte a character: only digits are added to it, so that a million rows take seconds.
function encoder(encoding: LogRecipe['encoding']): (text: string) => string {
  return (text) => (encoding === 'utf-8' ? Buffer.from(text) : gb18030(text)).toString('latin1')
}

function rowWriter({
  encoding,
  isFaulty,
  isQuoted,
  firstNumber = 0,
  unit,
}: LogRecipe): (index: number) => string {
  const encode = encoder(encoding)
  const ready = kinds.map(({ type, prefix, outcome }) => ({
    type: encode(type),
    before: encode(`${unit === undefined ? prefix : `${unit}市监处罚`}〔2024〕`),
    behind: encode('号'),
    outcome: encode(outcome),
  }))
  const yes = encode('是')
  const quote = isQuoted ? '"' : ''
  const between = `${quote},${quote}`
  return (index) => {
    const kind = ready[index % ready.length]
    const number = firstNumber + index + 1
    const filed = day(3 + (index % 2), 1 + (index % 28))
    const closed = day(5, 20 + (index % 10))
    const link = isFaulty ? '' : `https://www.gsxt.gov.cn/${number}`
    const cells = [
      Math.floor(index / ready.length) + 1,
      kind?.type,
      `${kind?.before}${number}${kind?.behind}`,
      filed,
      closed,
      kind?.outcome,
      yes,
      link,
      '',
    ]
    return `${quote}${cells.join(between)}${quote}\n`
  }
}

const rowsAtOnce = 10_000

function* pieces(recipe: LogRecipe): Generator<Buffer> {
  const row = rowWriter(recipe)
  const above = recipe.unit === undefined ? '' : `填报单位：${recipe.unit}\n`
  yield Buffer.from(`${encoder(recipe.encoding)(above + headings)}\n`, 'latin1')
  for (let start = 0; start < recipe.rows; start += rowsAtOnce) {
    const count = Math.min(rowsAtOnce, recipe.rows - start)
    const rows = Array.from({ length: count }, (_, offset) => row(start + offset))
    yield Buffer.from(rows.join(''), 'latin1')
  }
}

/** Writes a log of any length without holding it. */
export async function makeLog(
  path: string,
  recipe: LogRecipe,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  await pipeline(pieces(recipe), createWriteStream(path), { signal })
}

/** The same cases as a workbook. */
export async function makeBook(path: string, rows: number): Promise<void> {
  const row = rowWriter({ rows, encoding: 'utf-8', isFaulty: false, isQuoted: false })
  const lines = Array.from({ length: rows }, (_, index) => Buffer.from(row(index), 'latin1').toString())
  const cells = [headings, ...lines].map((line) => line.trimEnd().split(','))
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells), '台账')
  await writeFile(path, write(book, { type: 'buffer', bookType: 'xlsx', compression: true }))
}
