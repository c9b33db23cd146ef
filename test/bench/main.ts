import { tmpdir } from 'node:os'
import { argv, stderr, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { bench } from './bench.ts'

const { values } = parseArgs({
  args: argv.slice(2),
  options: { quick: { type: 'boolean', default: false }, 'no-write': { type: 'boolean', default: false } },
})
const interrupted = new AbortController()
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => interrupted.abort())

try {
  process.exitCode = await bench({
    isQuick: values.quick,
    temporary: tmpdir(),
    isWritten: !values.quick && !values['no-write'],
    signal: interrupted.signal,
    out: (text) => stdout.write(text),
    say: (line) => stderr.write(`${line}\n`),
  })
} catch (error) {
  if (!interrupted.signal.aborted) throw error
  process.exitCode = 130
}
