import { type Case, type Column, columnBit, columns } from '../model/case.ts'
import { caseTypeSpellings } from '../model/case-type.ts'
import type { Edit } from '../model/edit.ts'
import { nearest } from '../model/nearest.ts'
import { repairReasons, repairsOf } from '../model/repairs.ts'
import { cellsOf, readCase } from './case-reader.ts'
import type { Row } from './row.ts'
import { isBlank, tidy } from './spell/blank.ts'
import { isPlainAnswer } from './spell/published.ts'

/** What nobody sees and nobody typed: zero-width signs, marks of direction, a soft hyphen. */
const hidden = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g

const oddSpaceAround = /^[\u00a0\u2000-\u200a\u202f\u3000]|[\u00a0\u2000-\u200a\u202f\u3000]$/

function cleaned(cell: string): string {
  const seen = cell.replace(hidden, '')
  return oddSpaceAround.test(seen) || seen !== cell ? tidy(seen) : cell
}

/** What a cell should say; doubtful: its keeper must decide. */
interface Mending {
  readonly to: string
  readonly reason: string
  readonly isDoubtful: boolean
}

const sure = (to: string, reason: string): Mending => ({ to, reason, isDoubtful: false })
const doubtful = (to: string, reason: string): Mending => ({ to, reason, isDoubtful: true })

const bracketedYear = /[﹝［[【（(「]\s*([12１２][\d０-９]{3})\s*[﹞］\]】）)」]/

/** The number is what a case is known by: whoever has the decision before him changes it, nobody else. */
function mendNumber(raw: string): Mending | undefined {
  const plain = tidy(raw.replace(hidden, ''))
  const to = plain
    .replace(bracketedYear, '〔$1〕')
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  if (to === tidy(raw)) return undefined
  return doubtful(to, '案件编号以决定书为准，请核对后自己改')
}

/** A repair of links may lose nothing but blanks, marks and a label. */
function losesWords({ url }: Case, text: string): boolean {
  if (!url || url.words.length > 0 || url.unsafe.length > 0) return true
  let rest = text
  for (const link of url.links) {
    if (!rest.includes(link)) return true
    rest = rest.replace(link, '')
  }
  return !/^[\s\p{P}\u0085\u200b]*$/u.test(rest.replace(/公开|公示|网址|链接|地址/g, ''))
}

function mendAnswer({ published, text }: Case): Mending {
  if (published === '尚未') return doubtful('否', '统计表里印作“否”；公开后改成“是”，现在可以不改')
  return isPlainAnswer(text.published)
    ? sure(published ?? '', '“是”“否”的另一种写法')
    : doubtful(published ?? '', '统计表里这样印；原来的话说明了理由，可以不改')
}

function mendLink(c: Case, to: string): Mending {
  if (!losesWords(c, c.text.url)) return sure(to, '网址前后的标点、空格不属网址')
  const isWhole = c.url?.links.every((link) => c.text.url.includes(link))
  return doubtful(to, isWhole ? '网址之外还有别的字，请自己决定' : '网址写得不全，请打开看过再改')
}

function mendRead(c: Case, column: Column): Mending | undefined {
  const repair = repairsOf(c).find((one) => one.column === column)
  if (!repair) return undefined
  if (column === 'published') return mendAnswer(c)
  return column === 'url' ? mendLink(c, repair.to) : sure(repair.to, repairReasons[column] ?? '')
}

function guessedType({ type, text }: Case): Mending | undefined {
  const guess = type === undefined && text.type !== '' ? nearest(text.type, caseTypeSpellings) : undefined
  return guess === undefined ? undefined : doubtful(guess, '案件类型是猜的，请核对后自己改')
}

function mend(c: Case, column: Column, raw: string): Mending | undefined {
  const read = mendRead(c, column) ?? (column === 'type' ? guessedType(c) : undefined)
  if (read) return read
  const clean = cleaned(raw)
  const text = tidy(clean)
  if (text !== '' && isBlank(text)) return sure('', '空白不必写字或符号')
  if (column === 'caseNumber') return mendNumber(raw)
  return clean === raw ? undefined : sure(clean, '去掉看不见的字符')
}

/** A cell under a merge says what stands above it; one that shows a link says what the link says. */
function isElsewhere(row: Row, index: number, column: Column): boolean {
  return (row.merged?.has(index) ?? false) || (column === 'url' && (row.links?.has(index) ?? false))
}

/** As it is read when what nobody sees is gone: a day with a zero-width sign in it is a day. */
function cleanCase(c: Case, row: Row): Case {
  if (!row.cells.some((cell) => cleaned(cell) !== cell)) return c
  const number = c.layout.index.caseNumber
  const cells = row.cells.map((cell, at) => (at === number ? cell : cleaned(cell)))
  const clean = { ...row, cells }
  return readCase(clean, cellsOf(clean, c.layout.index), c.layout, c.faulty)
}

export type Repairing = Pick<Edit, 'column' | 'from' | 'to' | 'reason'> & {
  readonly isDoubtful: boolean
}

/** What in the cells of a case should be written otherwise: the form's spelling of what they are read as. */
export function repairingsOf(c: Case, row: Row): readonly Repairing[] {
  const clean = cleanCase(c, row)
  return columns.flatMap((column) => {
    const index = c.layout.index[column]
    const from = index === undefined ? undefined : row.cells[index]
    if (index === undefined || !from || isElsewhere(row, index, column)) return []
    const mending = mend(clean, column, from)
    if (!mending || mending.to === from) return []
    const isFaulty = (c.faulty & columnBit[column]) !== 0
    const { to, isDoubtful } = mending
    const reason = isFaulty ? '这一行有别的错误，改好以后再说' : mending.reason
    return [{ column, from, to, reason, isDoubtful: isDoubtful || isFaulty }]
  })
}
