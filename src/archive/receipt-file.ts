import { createHash } from 'node:crypto'
import { checkedBy } from '../model/schema-problem.ts'
import { type Receipt, receiptSchema } from './receipt.ts'

/** What some system forbids in a name, what would leave the folder, and what stands for something else here. */
const unsafe = /[<>:"/\\|?*%.~\s\p{Cc}\p{Cf}\p{Cs}]/gu
/** Names that are devices on Windows. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])$/i
// ext4 allows 255 bytes, with room for a number and a temporary name.
const mostBytes = 180

function escaped(character: string): string {
  const bytes = [...new TextEncoder().encode(character)]
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
}

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= mostBytes) return name
  return `${name.slice(0, 40)}~${createHash('sha256').update(name).digest('hex').slice(0, 12)}`
}

/** A unit's file name without its extension, a valid and distinct one on every system. It holds no dot. */
export function unitFileName(unitKey: string): string {
  const name = unitKey.normalize('NFC').replace(unsafe, escaped)
  return shortened(device.test(name) ? `${escaped(name.slice(0, 1))}${name.slice(1)}` : name)
}

export type Draft = Omit<Receipt, 'digest'>

/** The same text for the same content, whatever order its keys were written in. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const stated = Object.entries(value).filter(([, entry]) => entry !== undefined)
  const entries = stated.sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(',')}}`
}

function digestOf(draft: Draft): string {
  return createHash('sha256').update(canonical(draft)).digest('hex')
}

export function sealed(draft: Draft): Receipt {
  return { ...draft, digest: digestOf(draft) }
}

export function isIntact({ digest, ...draft }: Receipt): boolean {
  return digest === digestOf(draft)
}

/** Where a receipt lies in the archive: `2024-06/凌源市.json`. */
export interface ReceiptPlace {
  readonly round: string
  readonly name: string
}

/** A receipt that proves nothing, and why. */
export interface Damaged {
  readonly damage: string
}

export function placeOf({ round, unitKey }: Pick<Receipt, 'round' | 'unitKey'>): ReceiptPlace {
  return { round, name: `${unitFileName(unitKey)}.json` }
}

/** The unit's part of a receipt's file name; one that was replaced stands beside as `凌源市.1.json`. */
export function unitPartOf(name: string): string | undefined {
  return /^([^.]+)(?:\.[1-9]\d*)?\.json$/.exec(name)?.[1]
}

export function receiptBytes(receipt: Receipt): Uint8Array {
  const { schemaVersion, tool, programme, round, unit, unitKey, day, dayFrom } = receipt
  const { revision, file, others, counts, period, leftOut } = receipt
  const head = {
    schemaVersion,
    tool,
    programme,
    round,
    unit,
    unitKey,
    day,
    dayFrom,
    revision,
    file,
    others,
    counts,
    period,
    leftOut,
  }
  const { cases, digest } = receipt
  const lines = cases.map((one) => `    ${JSON.stringify(one)}`)
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  const text = JSON.stringify(head, null, 2).replace(/\n\}$/, '')
  return new TextEncoder().encode(`${text},\n  "cases": ${list},\n  "digest": "${digest}"\n}\n`)
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

function isNewer(json: unknown): boolean {
  if (typeof json !== 'object' || json === null || !('schemaVersion' in json)) return false
  return typeof json.schemaVersion === 'number' && json.schemaVersion > 1
}

function isAt(receipt: Receipt, { round, name }: ReceiptPlace): boolean {
  return receipt.round === round && unitFileName(receipt.unitKey) === unitPartOf(name)
}

/** Believes a receipt only if it is whole, unchanged and where it was put. */
export function readReceipt(bytes: Uint8Array, place: ReceiptPlace): Receipt | Damaged {
  const json = parsed(bytes)
  if (json === undefined) return { damage: '不是完整的 JSON 文件' }
  if (isNewer(json)) return { damage: '由更新版本的 ipcase 写成，本版本读不了' }
  const receipt = checkedBy(receiptSchema, json)
  if ('problems' in receipt) return { damage: `不是报送记录：${receipt.problems[0]?.what}` }
  if (!isIntact(receipt)) return { damage: '登记以后被改动过' }
  return isAt(receipt, place) ? receipt : { damage: '不在登记时的位置，被移动或改名过' }
}
