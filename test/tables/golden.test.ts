import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { TableFormat } from '../../src/render/table/format.ts'
import { tableFormats } from '../../src/render/table/index.ts'
import { explained, hostile, nilReturn, ordinary } from './samples.ts'

function templates(name: keyof typeof tableFormats): ReadonlyMap<string, Uint8Array> {
  const { files = [] }: TableFormat = tableFormats[name]
  return new Map(files.map((file) => [file, readFileSync(`templates/${file}`)]))
}

const samples = { ordinary, nil: nilReturn, hostile, explained }
const outputs = [
  { name: 'text', columns: 120, file: '120.txt' },
  { name: 'text', columns: 80, file: '80.txt' },
  { name: 'text', columns: 60, file: '60.txt' },
  { name: 'text', columns: undefined, file: 'txt' },
  { name: 'html', columns: undefined, file: 'html' },
  { name: 'md', columns: undefined, file: 'md' },
  { name: 'csv', columns: undefined, file: 'csv' },
] as const

const all = Object.entries(samples).flatMap(([sample, statistics]) =>
  outputs.map((output) => ({ ...output, file: `${sample}.${output.file}`, statistics })),
)

test.each(all)('$file is what the format gives', async ({ name, columns, file, statistics }) => {
  const render = await tableFormats[name].load()
  const look = { color: false, columns, quiet: false }
  await expect(await render(statistics, { look, files: templates(name) })).toMatchFileSnapshot(
    `golden/${file}`,
  )
})
