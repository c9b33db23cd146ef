import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { argv } from 'node:process'
import { unzipSync } from 'fflate'

const [, , zip, folder] = argv
for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), bytes)
}
