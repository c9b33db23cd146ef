import { bugReport, run } from './cli.ts'
import { ExitCode } from './io/io.ts'
import { nodeIo } from './io/node-io.ts'

// What is thrown where nobody waits for it would end with Node's own 1, which says that a log has findings.
process.on('uncaughtException', (error) => {
  process.stderr.write(bugReport(error))
  process.exit(ExitCode.bug)
})

// All is written by then; what V8 still compiles is of no use to anybody.
run(process.argv.slice(2), nodeIo()).then(process.exit)
