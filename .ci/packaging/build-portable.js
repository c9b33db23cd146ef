import { stdout } from 'node:process'
import { described, node, portable } from './portable.js'

for (const system of ['win-x64', 'linux-x64']) stdout.write(`${described(portable(system))}\n`)
const compared = node.comparedWithNodejsOrg
  ? 'the same as nodejs.org publishes'
  : 'not compared with nodejs.org'
stdout.write(`Node ${node.version} as the registry has it: ${compared}.\n`)
