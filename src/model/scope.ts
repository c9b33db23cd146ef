import { type Case, isNoCase } from './case.ts'
import { type CaseType, isOtherCaseType } from './case-type.ts'

/** Why a row that a ledger lawfully holds is no row of the table, and the rule that says so. */
export interface OutOfTable {
  readonly reason: 'out-of-scope' | 'not-a-case'
  readonly rule: 'type-out-of-scope' | 'not-a-case'
  readonly message: string
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, '')
}

function isOtherKind({ type, text }: Case, types: readonly CaseType[]): boolean {
  return type ? !types.includes(type) : type === undefined && isOtherCaseType(withoutSpaces(text.type))
}

/** `types`: those the programme collects. Whatever a rule's level, such a row is left out of the table and listed. */
export function outOfTable(c: Case, types: readonly CaseType[]): OutOfTable | undefined {
  if (isOtherKind(c, types)) {
    const kind = `「${withoutSpaces(c.text.type)}」`
    return {
      reason: 'out-of-scope',
      rule: 'type-out-of-scope',
      message: c.type ? `本次只统计${types.join('、')}，不收${kind}` : `${kind}不在统计表的收集范围`,
    }
  }
  if (!isNoCase(c)) return undefined
  const message = `结案方式「${withoutSpaces(c.text.outcome)}」说明没有立案，不能作为案件统计`
  return { reason: 'not-a-case', rule: 'not-a-case', message }
}
