import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { Statistics } from '../../src/model/table.ts'
import type { Refusal } from '../../src/render/table/format.ts'
import { renderXlsx } from '../../src/render/table/xlsx.ts'

export const form = new Uint8Array(readFileSync('templates/form.xlsx'))

const look = { color: false, columns: undefined, quiet: false }

export interface Filled {
  readonly bytes: Uint8Array
  readonly warnings: readonly string[]
  /** A part's text; '' for one the workbook does not have. */
  readonly part: (name: string) => string
}

async function rendered(statistics: Statistics, template: Uint8Array | undefined) {
  const files = new Map([['form.xlsx', form]])
  return renderXlsx(statistics, { look, files, ...(template && { template }) })
}

/** Our own form, or the template, filled. */
export async function fill(statistics: Statistics, template?: Uint8Array): Promise<Filled> {
  const result = await rendered(statistics, template)
  if (typeof result === 'string' || 'refusal' in result) throw new Error(JSON.stringify(result))
  const parts = unzipSync(result.bytes) ?? {}
  return { ...result, part: (name) => new TextDecoder().decode(parts[name]) }
}

export async function refusal(statistics: Statistics, template: Uint8Array): Promise<Refusal> {
  const result = await rendered(statistics, template)
  if (typeof result === 'string' || !('refusal' in result)) throw new Error('the template was filled')
  return result.refusal
}
