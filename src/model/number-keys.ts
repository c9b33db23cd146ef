import { foldCaseNumber, foldProper } from './case-number.ts'

const hyphenedYear = /(?<!\d)((?:19|20)\d\d)(?:年|-)第?(?=\d)/g
const year = /\((?:19|20)\d\d\)/
const bare = /^第?\d+(?:-\d+)?号?$/
const bareWithYear = /^\((?:19|20)\d\d\)第?\d+(?:-\d+)?号?$/
const counted = /^(.*?)(\d+)号?[至到~～]第?(\d+)(号?)$/
const between = new RegExp(
  [
    '[、,;]',
    '(?<=\\d号?)[和及与](?=第?\\d)',
    // Two lines of a cell: their line break is folded away.
    '(?<=号)(?=第?\\d+号)',
    '(?<=号)(?=[^号]*\\((?:19|20)\\d\\d\\)[^号]*\\d号)',
  ].join('|'),
)

/** Thirty numbers are shorter; what is longer is some other text, and the patterns below would take its square. */
const longestList = 2000

/** More than this in one cell is no list of decisions. */
const mostInRange = 30

/** 第 and leading zeros are habits, as is a missing 号. */
function keyOf(number: string): string {
  const plain = number
    .replace(/第(?=\d)/g, '')
    .replace(/-(?=\((?:19|20)\d\d\))/, '')
    .replace(/(?<!\d)0+(?=\d)/g, '')
  return /\d$/.test(plain) ? `${plain}号` : plain
}

/** 34至36 is three numbers. A hyphen is none of these signs: 34-1号 is the first of a pair about one matter. */
function countedOut(part: string): readonly string[] {
  const [, before = '', from, to, after = ''] = counted.exec(part) ?? []
  const count = Number(to) - Number(from) + 1
  if (!(count > 1 && count <= mostInRange)) return [part]
  return Array.from({ length: count }, (_, at) => `${before}${Number(from) + at}${after}`)
}

/** 34、35号 share what stands before the first, 机关代字 and year; 〔2023〕34号、〔2024〕5号 the 机关代字 alone. */
function spelledOut([first = '', ...others]: readonly string[]): readonly string[] | undefined {
  const head = /^(.*?)第?\d+(?:-\d+)?(?:号.*)?$/.exec(first)?.[1]
  if (head === undefined) return undefined
  const whole = others.map((part) => {
    if (bare.test(part)) return head + part
    if (bareWithYear.test(part)) return head.replace(/\((?:19|20)\d\d\).*$/, '') + part
    return year.test(part) ? part : undefined
  })
  const known = whole.filter((part) => part !== undefined)
  return known.length === others.length ? [first, ...known] : undefined
}

/**
 * What a 案件编号 is compared by, one key for each number in the cell. Units write one number in many ways – other
 * brackets, 第4号, 005号, 2024-6号 –, and several in one cell, 〔2024〕34、35号. None of it is wrong, so it is folded for
 * comparison alone. A cell whose parts do not all read as numbers is one number: what is not understood is not cut.
 */
export function numberKeys(text: string): readonly string[] {
  const proper = foldProper(text)
  if (proper !== undefined) return [proper]
  const folded = foldCaseNumber(text)
  if (text.length > longestList) return [folded]
  const plain = folded.replace(hyphenedYear, '($1)')
  const parts = plain
    .split(between)
    .filter((part) => part !== '')
    .flatMap(countedOut)
  const whole = parts.length > 1 ? spelledOut(parts) : undefined
  return whole === undefined ? [keyOf(plain)] : [...new Set(whole.map(keyOf))]
}

/** A key as people read it. */
export function keyInWords(key: string): string {
  return key.replace(/\((\d{4})\)/, '〔$1〕')
}
