import { on } from 'node:events'
import module from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { nodeDisk } from './io/node-disk.ts'

/** One after the other: the asker takes the answers in the order of the questions. */
async function answer(port: NonNullable<typeof parentPort>): Promise<void> {
  const { createApart } = await import('./returns/check-apart.ts')
  const checkApart = createApart(workerData, nodeDisk(process.cwd()))
  for await (const [question] of on(port, 'message')) port.postMessage(await checkApart(question))
}

// Newer than the types of the oldest Node that is served.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') {
  module.enableCompileCache()
}
if (parentPort) answer(parentPort)
