#!/usr/bin/env node
const here = process.versions.node
const [major, minor] = here.split('.').map(Number)

// An older Node reads this too: nothing here may be newer than the sentence it is to say.
if (major > 20 || (major === 20 && minor >= 19)) {
  const { enableCompileCache } = require('node:module')
  if (enableCompileCache) enableCompileCache()
  require('../dist/main.cjs')
} else {
  const remedy = '请到 nodejs.org 下载安装 20.19 或更新的版本。'
  process.stderr.write(`ipcase：这台电脑上的 Node.js 是 ${here}，太旧了\n  ${remedy}\n`)
  process.exitCode = 3
}
