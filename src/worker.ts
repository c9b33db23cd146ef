import { on } from 'node:events'
import module from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { nodeDisk } from './node-disk.ts'

// Newer than the types of the oldest Node that is served.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') {
  module.enableCompileCache()
}
const { createApart } = await import('./commands/check-apart.ts')
const checkApart = createApart(workerData, nodeDisk(process.cwd()))

// One after the other: the asker takes the answers in the order of the questions.
if (parentPort) {
  for await (const [question] of on(parentPort, 'message')) {
    parentPort.postMessage(await checkApart(question))
  }
}
