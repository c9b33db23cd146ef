import { Worker } from 'node:worker_threads'
import type { Thread } from './io.ts'

interface Asked {
  readonly done: (answer: unknown) => void
  readonly fail: (error: unknown) => void
}

const program = new URL('./worker.js', import.meta.url)

export function startThread(known: unknown): Thread {
  const worker = new Worker(program, { workerData: known })
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
