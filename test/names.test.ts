import { expect, test } from 'vitest'
import { sourcesIn } from './sources.ts'

const sources = await sourcesIn('src')

test('no folder is a drawer for odds and ends', async () => {
  const drawers = ['utils', 'helpers', 'common', 'shared', 'core', 'lib', 'types', 'services', 'misc']
  const folders = [...sources, ...(await sourcesIn('test'))].flatMap(({ path }) => path.split('/'))
  expect(folders.filter((name) => drawers.includes(name.replace(/\.ts$/, '')))).toEqual([])
})

test('nothing is called by a picture that must be explained', () => {
  const pictures = /\b(?:crew|room|voice|aside|whose|standing|ink|press|stretch|stretches)\b/
  const words = /\/\*[\s\S]*?\*\/|(?<!:)\/\/.*|'(?:[^'\\\n]|\\.)*'|`[^`]*`/g
  expect(
    sources.filter(({ text }) => pictures.test(text.replace(words, ''))).map(({ path }) => path),
  ).toEqual([])
})

test('one name of a type means one thing in the whole tree', () => {
  const names = sources.flatMap(({ text }) =>
    Array.from(text.matchAll(/^(?:export )?(?:interface|type) (\w+)/gm), ([, name = '']) => name),
  )
  expect(names.filter((name, at) => names.indexOf(name) < at)).toEqual([])
})
