import { deepEqual, equal, ok } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { after, test } from 'node:test'
import { version } from './stage.js'

/* node --test .ci/packaging/check-package.js: the tarball that `npm run pack:release` made, unpacked and read. */

const tarball = join('release', `ipcase-${version}.tgz`)
const folder = mkdtempSync(join(tmpdir(), 'ipcase-'))
execFileSync('tar', ['-xzf', tarball, '-C', folder])
after(() => rmSync(folder, { recursive: true }))

const at = (path) => join(folder, 'package', path)
const text = (path) => readFileSync(at(path), 'utf8')
const manifest = JSON.parse(text('package.json'))
const pages = readdirSync(at('.'), { recursive: true })
  .filter((path) => extname(path) === '.md')
  .sort()

test('it is at most 5 MB', () => {
  ok(statSync(tarball).size <= 5_000_000, `${statSync(tarball).size} bytes`)
})

test('nothing runs and nothing is fetched when it is installed', () => {
  equal(manifest.scripts, undefined)
  for (const kind of [
    'dependencies',
    'optionalDependencies',
    'peerDependencies',
    'bundleDependencies',
    'devDependencies',
  ]) {
    equal(manifest[kind], undefined)
  }
})

test('what may be loaded from it is said, and is there', () => {
  deepEqual(manifest.exports, {
    './package.json': './package.json',
    './templates/schema/*.json': './templates/schema/*.json',
  })
  ok(existsSync(at('templates/schema/report.json')))
  ok(existsSync(at(manifest.bin.ipcase)))
})

test('no address is invented', () => {
  deepEqual([manifest.repository, manifest.bugs, manifest.homepage], [undefined, undefined, undefined])
})

test('what its pages link to is in it, or on the web', () => {
  ok(pages.includes('README.md') && pages.includes('README.en.md'))
  const broken = pages.flatMap((page) =>
    Array.from(text(page).matchAll(/\]\(([^)#\s]+)[^)]*\)/g), ([, target]) => target)
      .filter((target) => !/^https?:/.test(target))
      .filter((target) => !existsSync(at(join(dirname(page), target))))
      .map((target) => `${page}: ${target}`),
  )
  deepEqual(broken, [])
})

test('its own licence and that of everything bundled are in it, and the list for auditors names the same packages', () => {
  ok(text('LICENSE').startsWith('MIT'))
  const notices = text('docs/third-party.md')
  const rows = Array.from(
    notices.matchAll(/^\| `([^`]+)` +\| ([^ ]+) +\|/gm),
    ([, name, number]) => `${name}@${number}`,
  )
  const { bomFormat, components } = JSON.parse(text('sbom.json'))
  equal(bomFormat, 'CycloneDX')
  deepEqual(components.map(({ name, version: number }) => `${name}@${number}`).sort(), rows.toSorted())
  deepEqual(
    components.filter(({ licenses, hashes }) => !licenses?.length || !hashes?.length),
    [],
  )
})

test('only what a user needs is in it', () => {
  deepEqual(readdirSync(at('.')).sort(), [
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'LICENSE',
    'README.en.md',
    'README.md',
    'bin',
    'dist',
    'docs',
    'package.json',
    'sbom.json',
    'templates',
  ])
})
