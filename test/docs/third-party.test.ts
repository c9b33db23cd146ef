import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { expectCurrent } from './current.ts'
import { bundledPackages, thirdPartyDocument } from './third-party-document.ts'

const packages = await bundledPackages()
const free = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  '(MIT AND Zlib)',
  'Unlicense',
  'CC0-1.0',
  // Ours to choose: MIT.
  '(MIT OR GPL-3.0-or-later)',
]

test('docs/third-party.md names every package that is bundled', async () => {
  await expectCurrent('docs/third-party.md', thirdPartyDocument(packages))
})

test('every bundled package is free to ship', () => {
  expect(
    packages
      .filter(({ license }) => !free.includes(license))
      .map(({ name, license }) => `${name}: ${license}`),
  ).toEqual([])
})

test('their licences are shipped with their code', async () => {
  const { files } = JSON.parse(await readFile('package.json', 'utf8'))
  expect(files).toContain('docs/third-party.md')
})
