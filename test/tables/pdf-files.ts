import { readFileSync } from 'node:fs'
import type { Statistics } from '../../src/model/table.ts'
import type { Rendered } from '../../src/render/table/format.ts'
import { tableFormats } from '../../src/render/table/index.ts'

const look = { color: false, columns: undefined, quiet: false } as const

export function fontFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(`templates/${name}`))
}

const files = new Map(tableFormats.pdf.files.map((name) => [name, fontFile(name)]))

/** A font of some eighty characters. */
export const fewCharacters = new Uint8Array(readFileSync('test/tables/fonts/few.ttf'))

export async function rendered(statistics: Statistics, font?: Uint8Array): Promise<Rendered> {
  const render = await tableFormats.pdf.load()
  return render(statistics, { look, files, ...(font && { font }) })
}

export interface Printed {
  readonly bytes: Uint8Array
  readonly warnings: readonly string[]
}

export async function printed(statistics: Statistics, font?: Uint8Array): Promise<Printed> {
  const result = await rendered(statistics, font)
  if (typeof result === 'string' || !('bytes' in result)) throw new Error(JSON.stringify(result))
  return result
}
