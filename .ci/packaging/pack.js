import { stdout } from 'node:process'
import { pack, stage } from './stage.js'

stage('release/package')
stdout.write(`${pack('./release/package', 'release')}\n`)
