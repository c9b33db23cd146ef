import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

const manifest = JSON.parse(await readFile('package.json', 'utf8'))
const contributing = await readFile('CONTRIBUTING.md', 'utf8')
const ci = await readFile('.ci/run', 'utf8')

test('CONTRIBUTING.md says of every dependency why it is there, and of no other', () => {
  const rows = contributing.split('\n').filter((line) => line.startsWith('| `'))
  const named = rows.flatMap((row) =>
    Array.from(row.split('|')[1]?.matchAll(/`([^`]+)`/g) ?? [], ([, name]) => name),
  )
  expect(named.toSorted()).toEqual(Object.keys(manifest.devDependencies).toSorted())
})

test('every npm script that is named exists', () => {
  const named = [contributing, ci].flatMap((text) =>
    Array.from(text.matchAll(/npm run ([a-z0-9:]+)/g), ([, name]) => name),
  )
  expect(named.filter((name) => !manifest.scripts[name ?? ''])).toEqual([])
})
