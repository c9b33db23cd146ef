import { expect, test } from 'vitest'
import { tableFormats } from '../../src/render/table/index.ts'
import { hostile, nilReturn, ordinary } from './samples.ts'

const samples = { ordinary, nil: nilReturn, hostile }
const outputs = [
  { name: 'text', columns: 80, file: '80.txt' },
  { name: 'text', columns: 60, file: '60.txt' },
  { name: 'text', columns: undefined, file: 'txt' },
  { name: 'md', columns: undefined, file: 'md' },
  { name: 'csv', columns: undefined, file: 'csv' },
] as const

const all = Object.entries(samples).flatMap(([sample, statistics]) =>
  outputs.map((output) => ({ ...output, file: `${sample}.${output.file}`, statistics })),
)

test.each(all)('$file is what the format gives', async ({ name, columns, file, statistics }) => {
  const render = await tableFormats[name].load()
  const look = { color: false, columns, quiet: false }
  await expect(await render(statistics, { look, files: new Map() })).toMatchFileSnapshot(`golden/${file}`)
})
