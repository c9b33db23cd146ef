import {
  type Case,
  type Column,
  columnBit,
  columns,
  type Fact,
  type Layout,
  type Links,
  type Published,
  type Reading,
} from '../model/case.ts'
import { rememberedByHead } from '../model/case-number.ts'
import { caseTypeNamed } from '../model/case-type.ts'
import { isDamaged, isDamagedNumber } from '../model/damage.ts'
import { type IsoDate, parseIsoDate } from '../model/date.ts'
import { remembered } from '../model/memo.ts'
import { type Outcome, readOutcome } from '../model/outcome.ts'
import { joinedIn, onOneLine, outcomeOnOneLine } from './joined-lines.ts'
import type { Row } from './row.ts'
import { asTyped, foldWidth, isBlank, tidy, withoutSpaces } from './spell/blank.ts'
import { readDate } from './spell/date.ts'
import { readLinkAlone, readLinks } from './spell/links.ts'
import { readPublished } from './spell/published.ts'

export type CaseText = Case['text']

function cellAt({ cells }: Row, index: number | undefined): string {
  return index === undefined ? '' : asTyped(tidy(cells[index] ?? ''))
}

/** The nine cells of the form in a row, trimmed; a vertical merge and a link are read for what they show. */
export function cellsOf(row: Row, index: Layout['index']): CaseText {
  const text = {
    serial: cellAt(row, index.serial),
    type: cellAt(row, index.type),
    caseNumber: onOneLine(cellAt(row, index.caseNumber)),
    filed: cellAt(row, index.filed),
    closed: cellAt(row, index.closed),
    outcome: outcomeOnOneLine(cellAt(row, index.outcome)),
    published: cellAt(row, index.published),
    url: cellAt(row, index.url),
    remark: cellAt(row, index.remark),
  }
  return row.merged || row.links ? withWorkbookCells(text, row, index) : text
}

function withWorkbookCells(text: CaseText, row: Row, index: Layout['index']): CaseText {
  const filled: Record<Column, string> = { ...text }
  for (const column of columns) {
    const at = index[column]
    if (at === undefined) continue
    const above = row.merged?.get(at)
    // A number and a 序号 belong to one case; a merge over several rows does not repeat them.
    if (filled[column] === '' && above !== undefined && column !== 'caseNumber' && column !== 'serial') {
      filled[column] = tidy(above)
    }
  }
  const target = index.url === undefined ? undefined : row.links?.get(index.url)
  return target === undefined ? filled : { ...filled, url: target }
}

const type = remembered((text: string) => (isDamaged(text) ? undefined : caseTypeNamed(withoutSpaces(text))))
const date = remembered((text: string): Reading<IsoDate> => (isBlank(text) ? null : readDate(text)))
const published = remembered(
  (text: string): Reading<Published> => (isBlank(text) ? null : readPublished(text)),
)
const publishedBesideLink = remembered(
  (text: string): Reading<Published> => (isBlank(text) ? null : readPublished(text, true)),
)
const outcomes = new Map<string, (text: string) => Reading<Outcome>>()

function outcome(text: string, caseType: Case['type']): Reading<Outcome> {
  const key = caseType ?? ''
  let read = outcomes.get(key)
  if (!read) {
    read = remembered((words: string) =>
      isBlank(words) ? null : isDamaged(words) ? undefined : readOutcome(caseType ?? undefined, words),
    )
    outcomes.set(key, read)
  }
  return read(text)
}

const zero = 0x30

/** Most serials are digits and nothing else; looking at codes costs a third of a pattern. */
function wholeNumber(text: string): number | undefined {
  if (text.length > 9) return undefined
  let value = 0
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - zero
    if (digit < 0 || digit > 9) return undefined
    value = value * 10 + digit
  }
  return value
}

function serial(text: string): Reading<number> {
  if (isBlank(text)) return null
  const plain = wholeNumber(text)
  if (plain !== undefined) return plain
  const digits = /^(\d{1,9})[.、．]?$/.exec(text) ?? /^第?(\d{1,9})[.、号]?$/.exec(foldWidth(text))
  return digits ? Number(digits[1]) : undefined
}

const isLost = rememberedByHead((number) => isDamagedNumber(number) || isDamaged(number))

function caseNumber(text: string): Reading<string> {
  if (isBlank(text, 'caseNumber')) return null
  return isLost(text) ? undefined : text
}

function remark(text: string): Reading<string> {
  if (isBlank(text)) return null
  return isDamaged(text) ? undefined : text
}

function links(text: string): Reading<Links> {
  if (isBlank(text)) return null
  return readLinkAlone(text) ?? (isDamaged(text) ? undefined : readLinks(text))
}

type CaseFacts = Pick<Case, Fact | 'decidedText'>

const noFacts: CaseFacts = { decided: null, decidedText: '', filingNumber: null }

/** What stands beside the form's columns; a ledger without them pays nothing for it. */
function factsIn(row: Row, { decided, filingNumber }: NonNullable<Layout['facts']>): CaseFacts {
  const decidedText = cellAt(row, decided)
  return {
    decided: date(decidedText),
    decidedText,
    filingNumber: caseNumber(cellAt(row, filingNumber)),
  }
}

function ledgerIn(row: Row, { value, fined, typical }: NonNullable<Layout['ledger']>): Case['ledger'] {
  return {
    ...(value && { value: cellAt(row, value.index) }),
    ...(fined && { fined: cellAt(row, fined.index) }),
    ...(typical && { typical: cellAt(row, typical.index) }),
  }
}

/** Beside a 文号 an open case has only its 立案号: it stands for the number until there is one. */
function numberOf(text: string, filingNumber: Reading<string>, closed: Reading<IsoDate>): Reading<string> {
  const own = caseNumber(text)
  return own === null && closed === null ? (filingNumber ?? null) : own
}

/** Reads what the cells mean; what cannot be read is undefined and a rule says so. */
export function readCase(row: Row, text: CaseText, layout: Layout, unreadable: number): Case {
  const caseType = isBlank(text.type) ? null : type(text.type)
  const url = links(text.url)
  const facts = layout.facts ? factsIn(row, layout.facts) : noFacts
  const closed = parseIsoDate(text.closed) ?? date(text.closed)
  return {
    layout,
    line: row.line,
    row: row.row,
    text,
    serial: serial(text.serial),
    type: caseType,
    caseNumber: numberOf(text.caseNumber, facts.filingNumber, closed),
    filed: parseIsoDate(text.filed) ?? date(text.filed),
    closed,
    outcome: outcome(text.outcome, caseType),
    published: (url && url.links.length > 0 ? publishedBesideLink : published)(text.published),
    url,
    remark: remark(text.remark),
    ...facts,
    ledger: layout.ledger && ledgerIn(row, layout.ledger),
    joined: joinedIn(row, text, layout),
    faulty: unreadable | (row.undecodable ? undecodable(text) : 0),
  }
}

function undecodable(text: CaseText): number {
  let bits = 0
  for (const column of columns) if (text[column].includes('\ufffd')) bits |= columnBit[column]
  return bits
}
