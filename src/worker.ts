import { on } from 'node:events'
import module from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { nodeDisk } from './node-disk.ts'

// Newer than the types of the oldest Node that is served.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') {
  module.enableCompileCache()
}
const { createApart, movable } = await import('./commands/check-apart.ts')
const checkApart = createApart(workerData, nodeDisk(process.cwd()))

// One after the other: the asker takes the answers in the order of the questions.
if (parentPort) {
  for await (const [errand] of on(parentPort, 'message')) {
    const apart = await checkApart(errand)
    parentPort.postMessage(apart, apart && movable(apart))
  }
}
