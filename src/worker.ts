import { on } from 'node:events'
import module from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { waitingDisk } from './node-disk.ts'

// Newer than the types of the oldest Node that is served.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') {
  module.enableCompileCache()
}
const { checkApart } = await import('./commands/check-apart.ts')
const disk = waitingDisk()

// One after the other: the asker takes the answers in the order of the questions.
if (parentPort) {
  for await (const [path] of on(parentPort, 'message')) {
    const checked = await checkApart(path, workerData, disk)
    const tables = checked ? [...checked.numbers.table.numbers.segments, checked.findings.places] : []
    parentPort.postMessage(
      checked,
      tables.map(({ buffer }) => buffer),
    )
  }
}
