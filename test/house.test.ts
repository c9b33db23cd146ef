import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { commands } from '../src/commands/index.ts'
import { programmes } from '../src/programmes/index.ts'
import { allRules } from '../src/rules/index.ts'
import { reachedFrom, type Source, sourcesIn } from './sources.ts'

const sources = await sourcesIn('src')
const tests = await sourcesIn('test')
const manifest = JSON.parse(await readFile('package.json', 'utf8'))

const aboutReturns = [
  'model',
  'law',
  'programmes',
  'archive',
  'office',
  'log',
  'rounds',
  'check',
  'rules',
  'table',
  'io',
]

/** What each folder may import besides itself; a file of `src` itself is its own folder. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  law: ['model'],
  programmes: ['model'],
  archive: ['model'],
  office: ['model'],
  log: ['model', 'office'],
  render: ['model', 'office'],
  edit: ['model', 'office', 'log'],
  rounds: ['model', 'law', 'programmes'],
  check: ['model', 'law'],
  rules: ['model', 'law', 'check'],
  table: ['model', 'programmes'],
  io: [],
  outputs: ['model', 'table', 'render', 'io'],
  returns: aboutReturns,
  commands: [...aboutReturns, 'render', 'edit', 'outputs', 'returns'],
  'cli.ts': ['commands', 'io', 'model'],
  'main.ts': ['cli.ts', 'io'],
}

function folderOf(path: string): string {
  return path.split('/')[1] ?? ''
}

test('src has the folders of the architecture and no other', () => {
  expect([...new Set(sources.map(({ path }) => folderOf(path)))].filter((name) => !mayImport[name])).toEqual(
    [],
  )
})

test('a folder imports only what the architecture allows', () => {
  const strangers = sources.flatMap(({ path, imports }) =>
    imports
      .filter((target) => target.startsWith('src/'))
      .filter((target) => ![folderOf(path), ...(mayImport[folderOf(path)] ?? [])].includes(folderOf(target)))
      .map((target) => `${path} imports ${target}`),
  )
  expect(strangers).toEqual([])
})

/** A package or a module of Node that one place alone may reach. */
const keepers: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^node:(fs|worker_threads|child_process|net|http|https|dns|tls)\b/,
    /^src\/io\/node-(disk|file|pipe)\.ts$/,
  ],
  [/^date-fns/, /^src\/model\/date\.ts$/],
  [/^chalk$/, /^src\/render\//],
  [/^exceljs/, /^src\/render\//],
  [/^commander$/, /^src\/commands\/parse\.ts$/],
  [/^package\.json$/, /^src\/model\/tool\.ts$/],
]

test('disk, colour, dates and arguments have one door each', () => {
  const trespassers = sources.flatMap(({ path, imports }) =>
    imports
      .filter((target) => keepers.some(([kept, keeper]) => kept.test(target) && !keeper.test(path)))
      .map((target) => `${path} imports ${target}`),
  )
  expect(trespassers).toEqual([])
})

test('a package is imported whole only where it is small', () => {
  const barrels = sources.flatMap(({ path, imports }) =>
    imports
      .filter((target) => ['date-fns', 'exceljs'].includes(target))
      .map((target) => `${path}: ${target}`),
  )
  expect(barrels).toEqual([])
})

test('every file is registered: the program reaches it', () => {
  const reached = reachedFrom(sources, 'src/main.ts')
  expect(
    sources.map(({ path }) => path).filter((path) => !reached.has(path) && !path.endsWith('.d.ts')),
  ).toEqual([])
})

test('what a file offers, another one uses', () => {
  const all = [...sources, ...tests]
  const offered = sources.flatMap(({ path, text }) =>
    Array.from(text.matchAll(/^export (?:async )?(?:function\*?|const|let) (\w+)/gm), ([, name]) => ({
      path,
      name,
    })),
  )
  const unused = offered.filter(
    ({ path, name }) =>
      !all.some((other) => other.path !== path && new RegExp(`\\b${name}\\b`).test(other.text)),
  )
  expect(unused).toEqual([])
})

test('a rule, a programme and a command is the file of its name', async () => {
  const names = [
    ...allRules.map(({ id }) => `src/rules/${id}.ts`),
    ...programmes.map(({ id }) => `src/programmes/${id}.ts`),
    ...commands.map(({ name }) => `src/commands/${name}.ts`),
  ]
  const files = sources.filter(({ text }) => /^export default /m.test(text)).map(({ path }) => path)
  expect(names.toSorted()).toEqual(files)
})

test('every rule says what, why and what to do, with a bad and a good example', () => {
  const poor = allRules.filter(
    ({ summary, why, remedy, bad, good }) => !(summary && why && remedy && bad.length && good.length),
  )
  expect(poor.map(({ id }) => id)).toEqual([])
})

test('no file is longer than 200 lines', () => {
  const long = [...sources, ...tests].filter(({ lines }) => lines.length > 200)
  expect(long.map(({ path, lines }) => `${path}: ${lines.length}`)).toEqual([])
})

/** What hides a fault, and what speaks of one machine. */
const forbidden =
  /: any\b(?=[,;)\]=|> ]|$)|\bas any\b(?! of)|<any>|\bas unknown as\b|@ts-|biome-ignore|^\s*(export )?enum |\.(skip|only)\(|\b(TODO|FIXME)\b|\/work\/|registry\./

/** What makes two runs or two places differ; `new Date()` is the clock's and stands in node-io alone. */
const unsteady = /Math\.random|Date\.now|new Date\((?!Date\.UTC|[^)]*Z[`'])/

function linesWith(pattern: RegExp, files: readonly Source[]): readonly string[] {
  return files.flatMap(({ path, lines }) =>
    lines.filter((line) => pattern.test(line)).map((line) => `${path}: ${line}`),
  )
}

test('nothing in the source hides a fault', () => {
  const others = tests.filter(({ path }) => path !== 'test/house.test.ts')
  expect(linesWith(forbidden, [...sources, ...others])).toEqual([])
})

test('nothing in the source asks the clock, chance or the time zone', () => {
  const others = sources.filter(({ path }) => path !== 'src/model/date.ts')
  expect(linesWith(unsteady, others)).toEqual(['src/io/node-io.ts:     now: () => new Date(),'])
})

test('every property is asked more often where chance is asked for', () => {
  expect(linesWith(/numRuns[:](?! runs\()/, tests)).toEqual([])
})

test('the only class is the one for the user’s mistakes', () => {
  const classes = sources.filter(({ lines }) =>
    lines.some((line) => /^(export )?(abstract )?class /.test(line)),
  )
  expect(classes.map(({ path }) => path)).toEqual(['src/io/io.ts'])
})

const topLevel = new Set(
  `bin docs fixtures src templates test .ci .gitattributes .gitignore biome.json CHANGELOG.md CONTRIBUTING.md
   LICENSE package-lock.json package.json README.md README.en.md rolldown.config.ts tsconfig.json vitest.config.ts
   vitest.e2e.config.ts`.split(/\s+/),
)

test('at the top stands what the architecture names', async () => {
  const ignored = new Set(['.git', ...(await readFile('.gitignore', 'utf8')).split(/\/?\n/)])
  const strangers = (await readdir('.')).filter((name) => !topLevel.has(name) && !ignored.has(name))
  expect(strangers.filter((name) => !name.endsWith('.log'))).toEqual([])
})

test('whoever installs the package installs nothing else', () => {
  expect(manifest.dependencies).toEqual(undefined)
  expect(manifest.peerDependencies).toEqual(undefined)
  expect(manifest.optionalDependencies).toEqual(undefined)
})
