import { bugReport, run } from './cli.ts'
import { ExitCode } from './io.ts'
import { nodeIo } from './node-io.ts'

// What is thrown where nobody waits for it would end with Node's own 1, which says that a log has findings.
process.on('uncaughtException', (error) => {
  process.stderr.write(bugReport(error))
  process.exit(ExitCode.bug)
})

async function main(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), nodeIo())
}

main()
