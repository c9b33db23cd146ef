import type { Thread } from './io.ts'

interface Asked {
  readonly done: (answer: unknown) => void
  readonly fail: (error: unknown) => void
}

/** A third of the usual: no slower where nothing is kept. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 }

const program = new URL('../worker.cjs', import.meta.url)

export function startThread(known: unknown): Thread {
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  // Helpers at collecting young objects only take turns with the threads, which work on all cores.
  process.getBuiltinModule('node:v8').setFlagsFromString('--no-parallel-scavenge')
  const worker = new Worker(program, { workerData: known, resourceLimits })
  const asked: Asked[] = []
  let ended: unknown
  worker.on('message', (answer) => {
    asked.shift()?.done(answer)
    if (asked.length === 0) worker.unref()
  })
  worker.on('error', (error) => {
    ended = error
  })
  worker.on('exit', (code) => {
    ended ??= new Error(`thread ended with ${code}`)
    for (const { fail } of asked.splice(0)) fail(ended)
  })
  // Whoever listens keeps the process: only an answer that is due may.
  worker.unref()
  return {
    ask: (question) =>
      new Promise((done, fail) => {
        if (ended !== undefined) return fail(ended)
        asked.push({ done, fail })
        worker.ref()
        worker.postMessage(question)
      }),
    end: () => void worker.terminate(),
  }
}
