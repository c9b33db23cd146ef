#!/usr/bin/env node
process.getBuiltinModule('node:module').enableCompileCache?.()
await import('../dist/main.js')
