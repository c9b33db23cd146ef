import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { marked } from 'marked'
import { stage, version } from './stage.js'

/*
 * A folder that works where nothing can be installed: Node's own program, untouched, beside ours.
 * `npm run build:portable` makes ipcase-<version>-win-x64.zip and ipcase-<version>-linux-x64.tar.gz.
 */

export const node = JSON.parse(readFileSync('.ci/packaging/node.json', 'utf8'))
const parts = '.ci/packaging/portable'
// The first day that zip can name; what is packed twice is the same twice.
const packedOn = new Date('1980-01-01T12:00:00')

export function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Node's program out of the registry's package, held against the checksum that stands in the repository. */
function nodeProgram(system) {
  const { package: name, file, sha256: expected } = node[system]
  const folder = join('release', 'node', system)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, `${name}@${node.version}`])
  execFileSync('tar', ['-xzf', join(folder, `${name}-${node.version}.tgz`), '-C', folder])
  const bytes = readFileSync(join(folder, file))
  if (sha256(bytes) !== expected) {
    throw new Error(`${name}@${node.version} holds another ${file} than node.json says: ${sha256(bytes)}`)
  }
  return bytes
}

const page = (body) => `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>ipcase 操作说明</title>
<style>body{max-width:46em;margin:2em auto;padding:0 1em;font:16px/1.7 "Microsoft YaHei","Noto Sans CJK SC",sans-serif}
pre{background:#f4f4f4;padding:.8em;overflow-x:auto;font:14px/1.5 NSimSun,"Noto Sans Mono CJK SC",monospace}
table{border-collapse:collapse}td,th{border:1px solid #999;padding:.3em .6em}</style>
<body>${body}</body></html>
`

/** The same in every system's folder; `write` sets what differs. */
function fill(folder, system) {
  const app = join(folder, 'app')
  stage(app)
  cpSync(join(parts, '先看我.txt'), join(folder, '先看我.txt'))
  writeFileSync(join(folder, '操作说明.html'), page(marked.parse(readFileSync('docs/manual.md', 'utf8'))))
  cpSync('fixtures/programmes/chaoyang/凌源市.csv', join(folder, '示例台账.csv'))
  execFileSync(process.execPath, ['bin/ipcase.js', 'template', '-o', join(folder, '空白台账.xlsx')], {
    env: { ...process.env, IPCASE_AS_OF: '2024-01-01' },
  })
  cpSync(join(parts, 'drop.cjs'), join(app, 'drop.cjs'))
  const program = nodeProgram(system)
  if (system === 'win-x64') {
    writeFileSync(join(app, 'node.exe'), program)
    writeCommands(folder)
  } else {
    writeFileSync(join(app, 'node'), program)
    writeFileSync(join(folder, 'ipcase'), readFileSync(join(parts, 'ipcase.sh')))
    for (const file of [join(app, 'node'), join(folder, 'ipcase')]) chmodSync(file, 0o755)
  }
}

/** cmd.exe wants the line ends of Windows. */
function writeCommands(folder) {
  const text = (name) => readFileSync(join(parts, name), 'utf8').replaceAll('\n', '\r\n')
  writeFileSync(join(folder, 'ipcase.cmd'), text('ipcase.cmd'))
  writeFileSync(join(folder, '核对.cmd'), text('drop.cmd').replace('JOB', 'check'))
  writeFileSync(join(folder, '出表.cmd'), text('drop.cmd').replace('JOB', 'table'))
}

function filesIn(folder, above = '') {
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const name = join(above, entry.name)
      return entry.isDirectory() ? filesIn(join(folder, entry.name), name) : [name]
    })
}

function zipped(folder, name) {
  const entries = filesIn(join('release', folder)).map((file) => [
    `${folder}/${file}`,
    readFileSync(join('release', folder, file)),
  ])
  writeFileSync(name, zipSync(Object.fromEntries(entries), { level: 9, mtime: packedOn }))
}

function tarred(folder, name) {
  for (const file of filesIn(join('release', folder)))
    utimesSync(join('release', folder, file), packedOn, packedOn)
  const plain = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '--mtime=1980-01-01 12:00:00Z']
  execFileSync('tar', [...plain, '--use-compress-program=gzip -9n', '-cf', name, '-C', 'release', folder])
}

/** The archive for one system, as a path. */
export function portable(system) {
  const folder = `ipcase-${version}-${system}`
  rmSync(join('release', folder), { recursive: true, force: true })
  mkdirSync(join('release', folder), { recursive: true })
  fill(join('release', folder), system)
  const name = join('release', `${folder}.${system === 'win-x64' ? 'zip' : 'tar.gz'}`)
  if (system === 'win-x64') zipped(folder, name)
  else tarred(folder, name)
  return name
}

/** A line for whoever passes it on: name, size, checksum. */
export function described(path) {
  const mebibytes = (statSync(path).size / 2 ** 20).toFixed(1)
  return `${path}  ${mebibytes} MiB  ${sha256(readFileSync(path))}`
}
