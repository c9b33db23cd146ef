import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const manifest = JSON.parse(readFileSync('package.json', 'utf8'))

export const { version } = manifest

/** What whoever installs the package needs to know of it; scripts would make npm warn, dependencies there are none. */
function publishedManifest() {
  const { name, description, keywords, license, type, bin, engines } = manifest
  // A command, not a library: only what describes its data may be loaded.
  const exports = {
    './package.json': './package.json',
    './templates/schema/*.json': './templates/schema/*.json',
  }
  return { name, version, description, keywords, license, type, bin, engines, exports }
}

/**
 * The list of what is bundled, for whoever audits: npm knows every package of the lock file, and the table of
 * licences those whose code really is in dist/. Without serial number and time, so that it is the same each time.
 */
function billOfMaterials() {
  const rows = readFileSync('docs/third-party.md', 'utf8').matchAll(/^\| `([^`]+)` +\| ([^ ]+) +\|/gm)
  const bundled = new Set([...rows].map(([, name, number]) => `${name}@${number}`))
  const text = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  const { bomFormat, specVersion, components } = JSON.parse(text)
  const own = components
    .filter(({ 'bom-ref': ref }) => bundled.has(ref))
    .map(({ type, name, version: number, purl, hashes, licenses }) => ({
      type,
      name,
      version: number,
      purl,
      hashes,
      licenses,
    }))
    .sort((one, other) => (one.purl < other.purl ? -1 : 1))
  const missing = [...bundled].filter((ref) => !components.some(({ 'bom-ref': known }) => known === ref))
  if (missing.length > 0) throw new Error(`npm does not know what is bundled: ${missing.join(', ')}`)
  const component = { type: 'application', name: manifest.name, version, purl: `pkg:npm/ipcase@${version}` }
  return { bomFormat, specVersion, version: 1, metadata: { component }, components: own }
}

/** The package as it is published, in a folder of its own: the repository's manifest is for developers. */
export function stage(folder) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const entry of [
    'bin',
    'dist',
    'docs',
    'templates',
    'LICENSE',
    'README.md',
    'README.en.md',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
  ]) {
    cpSync(entry, join(folder, entry), { recursive: true })
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(publishedManifest(), null, 2)}\n`)
  writeFileSync(join(folder, 'sbom.json'), `${JSON.stringify(billOfMaterials(), null, 2)}\n`)
}

/** The tarball, whose bytes npm makes the same each time. */
export function pack(folder, destination) {
  mkdirSync(destination, { recursive: true })
  execFileSync('npm', ['pack', '--silent', '--pack-destination', destination, folder], { stdio: 'pipe' })
  return join(destination, `ipcase-${version}.tgz`)
}
