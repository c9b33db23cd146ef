import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { commands } from '../../src/commands/index.ts'
import { ExitCode } from '../../src/io/io.ts'
import { jsonLimits } from '../../src/io/json-text.ts'
import { byteLimits } from '../../src/io/node-pipe.ts'
import { limits } from '../../src/model/limits.ts'
import { screenOf } from '../fake-io.ts'
import { figuresTable, savedFigures } from '../soak/figures.ts'
import { expectCurrent } from './current.ts'
import { table as markdownTable } from './markdown-table.ts'

const readme = await readFile('README.md', 'utf8')
const [first = '', second = ''] = readme.match(/^npm ci && .*$/gm) ?? []

test('the second command runs the tests', () => {
  expect(second).toBe('npm ci && npm test')
})

test('the README shows what its first command prints', async () => {
  const args = first.replace('npm ci && npx ipcase ', '').split(' ')
  const path = args.find((word) => word.startsWith('fixtures/')) ?? ''
  const screen = await screenOf(args, 100, { files: { [path]: await readFile(path) } })
  const shown = screen.replaceAll(/ +$/gm, '').trimEnd()
  const current = readme.replace(/```text\n.*?```/s, () => `\`\`\`text\n${shown}\n\`\`\``)
  await expectCurrent('README.md', current)
})

test('what the README links to is there', () => {
  const links = Array.from(readme.matchAll(/\]\(([^)]+)\)/g), ([, target]) => target ?? '')
  expect(links.filter((target) => !/^https?:/.test(target) && !existsSync(target))).toEqual([])
})

test('every command the README names is offered', () => {
  const named = Array.from(
    readme.matchAll(/^ipcase (\w+)|npx ipcase (\w+)/gm),
    ([, one, other]) => one ?? other,
  )
  expect(named.filter((name) => !commands.some((command) => command.name === name))).toEqual([])
})

test('the README lists every exit code', () => {
  const listed = Array.from(readme.matchAll(/^\| (\d+) +\|/gm), ([, code]) => Number(code))
  expect(listed).toEqual(Object.values(ExitCode))
})

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

interface LockedPackage {
  readonly version?: string
  readonly integrity?: string
}

interface Lock {
  readonly lockfileVersion: number
  readonly packages: Readonly<Record<string, LockedPackage & { readonly devDependencies?: object }>>
}

const lock: Lock = JSON.parse(await readFile('package-lock.json', 'utf8'))

test('the lock file is of this manifest, and says of every package which bytes it is', () => {
  const { '': root, ...packages } = lock.packages
  expect(root?.devDependencies).toEqual(manifest.devDependencies)
  const inexact = Object.entries(packages).filter(
    ([, { version = '', integrity = '' }]) =>
      !(/^\d+\.\d+\.\d+/.test(version) && /^sha512-[\w+/]{86}==$/.test(integrity)),
  )
  expect(inexact.map(([path]) => path)).toEqual([])
})

test('the lock file names no place, so that each installs from the registry of its own', () => {
  expect(Object.values(lock.packages).filter((one) => 'resolved' in one)).toEqual([])
})

test('what is installed is what the lock file says', async () => {
  const installed: Lock = JSON.parse(await readFile('node_modules/.package-lock.json', 'utf8'))
  const other = Object.entries(installed.packages).filter(
    ([path, { version }]) => lock.packages[path]?.version !== version,
  )
  expect(other.map(([path]) => path)).toEqual([])
})

test('a release prints what npm knows against its packages, or that it does not answer', async () => {
  const release = await readFile('.ci/packaging/release.js', 'utf8')
  expect(release).toMatch(/'npm', \['audit', '--json'\]/)
  expect(release).toContain('no answer from the registry')
  expect(release).toContain('sbom.json')
})

const path = 'docs/reliability.md'
const block = /(<!-- figures -->\n)[\s\S]*?(<!-- \/figures -->)/

test('the figures in reliability.md are those that the soaks have counted', async () => {
  const text = await readFile(path, 'utf8')
  const table = figuresTable(await savedFigures())
  await expectCurrent(path, text.replace(block, `$1\n${table}\n\n$2`))
})

const limitsBlock = /(<!-- limits -->\n)[\s\S]*?(<!-- \/limits -->)/

test('the limits in reliability.md are those that are kept', async () => {
  const text = await readFile(path, 'utf8')
  const { withoutSize, whole, secondsWithoutWriter } = byteLimits
  const all = [
    ...Object.values(limits),
    withoutSize,
    whole,
    secondsWithoutWriter,
    ...Object.values(jsonLimits),
  ]
  const table = markdownTable(
    ['数的是什么', '最多'],
    all.map(({ counted, shown }) => [counted, shown]),
  )
  await expectCurrent(path, text.replace(limitsBlock, `$1\n${table}\n\n$2`))
})

const faults = ['无声丢失或改变案件', '崩溃', '不合约定', '半份文件或损坏的存档', '没有说明的结束']

test('nothing that was counted was lost, broken or a crash', async () => {
  const figures = await savedFigures()
  const bad = figures.filter(({ found }) => faults.some((fault) => (found[fault] ?? 0) > 0))
  expect(bad).toEqual([])
  expect(new Set(figures.flatMap(({ found }) => Object.keys(found)))).toEqual(
    new Set([
      ...faults,
      '毫无损失',
      '运行',
      '中途断电',
      '读写失败',
      '当时新表已写成',
      '最慢几秒',
      '最多占用MiB',
    ]),
  )
})
