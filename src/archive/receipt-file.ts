import { checkedBy } from '../model/schema-problem.ts'
import { type Receipt, receiptSchema } from './receipt.ts'
import { isIntact } from './seal.ts'
import { unitFileName } from './unit-file.ts'

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
