import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { stdout } from 'node:process'
import { described, portable, sha256 } from './portable.js'
import { pack, stage, version } from './stage.js'

/*
 * npm run release: everything that is passed on, made twice with the same bytes, with checksums.
 * It publishes nothing and tags nothing; what it refuses is a release that nobody could make again.
 */

function require(holds, sentence) {
  if (holds) return
  stdout.write(`${sentence}\n`)
  process.exit(1)
}

function made() {
  execFileSync('npm', ['run', '--silent', 'build'])
  stage('release/package')
  const bill = `release/ipcase-${version}.sbom.json`
  cpSync('release/package/sbom.json', bill)
  return [pack('./release/package', 'release'), portable('win-x64'), portable('linux-x64'), bill]
}

/** What npm knows against the packages of the lock file, or that it did not answer. */
function audit() {
  const { stdout: answer } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8' })
  const counts = (() => {
    try {
      return JSON.parse(answer).metadata.vulnerabilities
    } catch {
      return undefined
    }
  })()
  return counts ? `npm audit: ${JSON.stringify(counts)}` : 'npm audit: no answer from the registry'
}

const uncommitted = execFileSync('git', ['status', '--porcelain'], { encoding: 'utf8' })
require(uncommitted === '', `Not everything is committed:\n${uncommitted}`)
const changes = readFileSync('CHANGELOG.md', 'utf8')
require(changes.includes(`## ${version}`), `CHANGELOG.md says nothing of ${version}`)

const first = made().map((path) => sha256(readFileSync(path)))
const files = made()
const differing = files.filter((path, at) => sha256(readFileSync(path)) !== first[at])
require(differing.length === 0, `Made twice, not the same: ${differing.join(', ')}`)

const sums = files.map((path, at) => `${first[at]}  ${basename(path)}\n`).join('')
writeFileSync('release/SHA256SUMS', sums)
for (const path of files) stdout.write(`${described(path)}\n`)
stdout.write(`release/SHA256SUMS\n${audit()}\n`)
