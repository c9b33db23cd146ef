import { addDays, day, type IsoDate, isoDate, parseIsoDate } from '../../model/date.ts'
import { foldWidth, withoutSpaces } from './blank.ts'

const chineseDigits = '〇一二三四五六七八九'

function chineseNumber(text: string): number | undefined {
  const [tens, ones] = text.split('十')
  if (ones === undefined) return digit(text)
  const ten = tens === '' ? 1 : digit(tens ?? '')
  const one = ones === '' ? 0 : digit(ones)
  return ten === undefined || one === undefined ? undefined : ten * 10 + one
}

function digit(text: string): number | undefined {
  const value = text.length === 1 ? chineseDigits.indexOf(text) : -1
  return value < 0 ? undefined : value
}

function inChineseNumerals(text: string): IsoDate | undefined {
  const parts =
    /^([〇零○Oo一二三四五六七八九]{4})年([一二三四五六七八九十]+)月([一二三四五六七八九十]+)日$/.exec(text)
  if (!parts) return undefined
  const year = [...(parts[1] ?? '')].map((c) => digit(/[零○Oo]/.test(c) ? '〇' : c)).join('')
  const month = chineseNumber(parts[2] ?? '')
  const dayNumber = chineseNumber(parts[3] ?? '')
  return month && dayNumber ? isoDate(Number(year), month, dayNumber) : undefined
}

// Excel counts days from here (1900 system); 1990 to 2099, so that no number of a case is taken for a day.
const serialZero = day('1899-12-30')
const firstSerial = 32874
const lastSerial = 73050

function fromSerial(text: string): IsoDate | undefined {
  if (!/^\d{5}(?:\.\d+)?$/.test(text)) return undefined
  const serial = Math.floor(Number(text))
  return serial >= firstSerial && serial <= lastSerial ? addDays(serialZero, serial) : undefined
}

const clock = /(?:T|\s)?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/
const separated = /^(\d{4})([-/.·])(\d{1,2})\2(\d{1,2})[.日]?$/
const withUnits = /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/
const packed = /^(\d{4})(\d{2})(\d{2})$/

/** Every spelling of one calendar day that logs hold; undefined for anything less than a whole day. */
export function readDate(text: string): IsoDate | undefined {
  const exact = parseIsoDate(text)
  if (exact) return exact
  const folded = foldWidth(text.trim())
    .replace(/[—–]/g, '-')
    .replace(/(\d|日)[\sT]+(?=\d{1,2}:)/, '$1 ')
  const plain = withoutSpaces(folded.replace(clock, '').replace(/(?:星期|周)[一二三四五六日天]$/, ''))
  const parts = withUnits.exec(plain) ?? packed.exec(plain)
  if (parts) return isoDate(Number(parts[1]), Number(parts[2]), Number(parts[3]))
  const pieces = separated.exec(plain)
  if (pieces) return isoDate(Number(pieces[1]), Number(pieces[3]), Number(pieces[4]))
  return inChineseNumerals(plain) ?? fromSerial(plain)
}
