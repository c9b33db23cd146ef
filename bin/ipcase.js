#!/usr/bin/env node
import module from 'node:module'

module.enableCompileCache?.()
const [{ run }, { nodeIo }] = await Promise.all([import('../dist/cli.js'), import('../dist/node-io.js')])
process.exitCode = await run(process.argv.slice(2), nodeIo())
