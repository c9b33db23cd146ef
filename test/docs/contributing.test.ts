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
