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

/** Loaded with the first question: hardly any run asks one. */
async function ask(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises')
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await terminal.question(question)
  } finally {
    terminal.close()
  }
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
    ...(process.stdin.isTTY && process.stderr.isTTY && { ask }),
    disk: nodeDisk(cwd),
    template: readTemplate,
  }
}
