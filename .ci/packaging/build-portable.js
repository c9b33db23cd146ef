import { stdout } from 'node:process'
import { described, node, portable } from './portable.js'

for (const system of ['win-x64', 'linux-x64']) stdout.write(`${described(portable(system))}\n`)
stdout.write(`Node ${node.version} as the registry has it; not compared with what nodejs.org publishes.\n`)
