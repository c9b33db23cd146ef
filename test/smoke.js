import { spawnSync } from 'node:child_process'
import { stdout } from 'node:process'

const versions = ['22', '24']

const runs = [
  ['--version'],
  ['help', 'validate'],
  ['explain'],
  ['validate', 'fixtures/logs', '--as-of', '2024-06-07'],
  ['validate', 'fixtures/logs', '--as-of', '2024-06-07', '--format', 'json'],
  ['report', 'fixtures/programmes/chaoyang/凌源市.csv', '--as-of', '2024-06-07'],
]

function run(command, args) {
  const { status, stdout: out, stderr: err } = spawnSync(command, args, { encoding: 'utf8' })
  return { status, out, err }
}

/** The same bytes and exit code as here, from Node of another version. */
function isSame(version, args) {
  const here = run(process.execPath, ['bin/ipcase.js', ...args])
  const there = run('npx', ['-y', '-p', `node@${version}`, 'node', 'bin/ipcase.js', ...args])
  return here.status === there.status && here.status !== 70 && here.out === there.out
}

for (const version of versions) {
  for (const args of runs) {
    const same = isSame(version, args)
    stdout.write(`node ${version}  ipcase ${args.join(' ')}  ${same ? 'same' : 'DIFFERENT'}\n`)
    if (!same) process.exitCode = 1
  }
}
