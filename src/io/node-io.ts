import { ExitCode, type Io } from './io.ts'
import { nodeDisk, readTemplate } from './node-disk.ts'
import { outputStream, wordedStream } from './node-stream.ts'

function interrupt(): void {
  process.exit(ExitCode.interrupted)
}

function catchInterruptions(): void {
  if (process.listeners('SIGINT').includes(interrupt)) return
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, interrupt)
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
    template: readTemplate,
  }
}
