import { availableParallelism } from 'node:os'
import { ExitCode, type Io, type Threads } from './io.ts'
import { nodeDisk, readTemplate } from './node-disk.ts'
import { outputStream, wordedStream } from './node-stream.ts'
import { startThread } from './node-thread.ts'

function interrupt(): void {
  process.exit(ExitCode.interrupted)
}

function catchInterruptions(): void {
  if (process.listeners('SIGINT').includes(interrupt)) return
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, interrupt)
}

const threads: Threads = {
  count: availableParallelism,
  worthCases: 200_000,
  worthBytes: 32 * 1024 * 1024,
  stretchBytes: 1024 * 1024,
  start: startThread,
}

export function nodeIo(): Io {
  catchInterruptions()
  const cwd = process.cwd()
  return {
    cwd,
    env: process.env,
    now: () => new Date(),
    out: outputStream('标准输出', () => process.stdout),
    err: outputStream('标准错误', () => process.stderr),
    stdin: () => wordedStream('标准输入', () => process.stdin),
    disk: nodeDisk(cwd),
    threads,
    template: readTemplate,
  }
}
