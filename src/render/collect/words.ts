import { isArrivalKnown, type ReturnStatus, type UnitReturn } from '../../model/collected.ts'
import { printable } from '../printable.ts'

const statusWords: Readonly<Record<ReturnStatus, string>> = {
  unreadable: '读不了',
  faulty: '有错误',
  late: '迟报',
  nil: '零报告',
  'on-time': '按时',
  awaited: '未报（未到期）',
  missing: '未报',
}

export function statusText({ status }: UnitReturn): string {
  return statusWords[status]
}

/** 2024-06-07（推定）: what the form or the file says is no more than that. */
export function arrivalText(one: UnitReturn): string {
  if (one.receivedOn === null) return '—'
  return isArrivalKnown(one) ? one.receivedOn : `${one.receivedOn}（推定）`
}

const kindWords: Readonly<Record<UnitReturn['kind'], string>> = {
  expected: '',
  collector: '（市本级）',
  stranger: '（不在名单）',
  unlisted: '',
}

export function unitName({ unit, kind }: UnitReturn): string {
  return printable(unit) + kindWords[kind]
}
