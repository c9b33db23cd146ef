import { readFileSync } from 'node:fs'
import { argv, stdout } from 'node:process'
import { read, utils } from '@e965/xlsx'

const [, , path = ''] = argv
const { Sheets, SheetNames } = read(readFileSync(path), { dense: true })
const rows = utils.sheet_to_json(Sheets[SheetNames[0]], { header: 1 })
stdout.write(`${rows.length}\n`)
