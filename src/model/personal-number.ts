import { isoDate } from './date.ts'

export interface PersonalNumber {
  readonly kind: '身份证号码' | '手机号码'
  readonly digits: string
  /** First three and last two; the rest hidden. */
  readonly masked: string
}

const shortest = 11
const run = /[\d０-９]{11,}[XxＸｘ]?/g
/** 138-4210-0000, +86 138 4210 0000, 138－4210－0000: not a piece of a longer row of digits. */
const spaced = /(?<![\d-])(?<!\d[ .－\u3000])(?:\+?86[- ]?)?1[3-9]\d([- .－\u3000])\d{4}\1\d{4}(?![- ]?\d)/g
/** 110101 19900307 0012, 110101-19900307-001X. */
const spacedIdentity = /(?<![\d-])(?<!\d[ .－\u3000])\d{6}([- .－\u3000])\d{8}\1\d{3}[\dXx](?![- ]?[\dXx])/g
const mobile = /^1[3-9]\d{9}X?$/

// GB 11643: the weight of each of the first seventeen digits, and the check sign by the remainder of eleven.
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkSigns = '10X98765432'

function isIdentityNumber(digits: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(digits)) return false
  const year = Number(digits.slice(6, 10))
  const born = isoDate(year, Number(digits.slice(10, 12)), Number(digits.slice(12, 14)))
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return born !== undefined && year >= 1900 && digits[17] === checkSigns[sum % 11]
}

function half(text: string): string {
  return text
    .replace(/[０-９Ｘｘ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .toUpperCase()
}

function kindOf(digits: string): PersonalNumber['kind'] | undefined {
  if (isIdentityNumber(digits)) return '身份证号码'
  return mobile.test(digits) ? '手机号码' : undefined
}

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)
}

/** Every run of eleven digits covers one of these places, so nothing else needs to be looked at. */
function mayHoldOne(text: string): boolean {
  for (let at = shortest - 1; at < text.length; at += shortest) if (isDigit(text.charCodeAt(at))) return true
  return false
}

/** Those that are typed in groups. */
function numbersApart(text: string): readonly PersonalNumber[] {
  const phones = (text.match(spaced) ?? []).map((digits) => masked('手机号码', digits))
  const identities = (text.match(spacedIdentity) ?? []).filter((digits) =>
    isIdentityNumber(half(digits.replace(/[- .－\u3000]/g, ''))),
  )
  return [...identities.map((digits) => masked('身份证号码', digits)), ...phones]
}

/** ID-card and mobile numbers that stand by themselves, not inside a longer run of digits. */
export function personalNumbersIn(text: string): readonly PersonalNumber[] {
  const apart = text.length > shortest ? numbersApart(text) : []
  if (!mayHoldOne(text)) return apart
  const whole = (text.match(run) ?? []).flatMap((digits) => {
    const kind = kindOf(half(digits))
    return kind ? [masked(kind, digits)] : []
  })
  return [...whole, ...apart]
}

function masked(kind: PersonalNumber['kind'], digits: string): PersonalNumber {
  return { kind, digits, masked: digits.slice(0, 3) + '*'.repeat(digits.length - 5) + digits.slice(-2) }
}

/** For what is handed on or kept: the numbers themselves must not travel with it. */
export function withoutPersonalNumbers(text: string): string {
  return personalNumbersIn(text).reduce((shown, { digits, masked }) => shown.replace(digits, masked), text)
}
