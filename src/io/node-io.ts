import { errnoOf } from './errno.ts'
import { ExitCode, type Io, UserError } from './io.ts'
import { nodeDisk, readTemplate } from './node-disk.ts'
import { piecesOfInput } from './node-pipe.ts'
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

/** A terminal may stand in a folder that somebody has deleted. */
function workingFolder(): string {
  try {
    return process.cwd()
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    const remedy = '请用 cd 换到别的文件夹，再运行一次。'
    throw new UserError('当前文件夹已经不在了：被删除或改了名', remedy, ExitCode.failure)
  }
}

export function nodeIo(): Io {
  catchInterruptions()
  return {
    get cwd() {
      return workingFolder()
    },
    env: process.env,
    now: () => new Date(),
    out: outputStream('标准输出', () => process.stdout, { isBeside: false }),
    err: outputStream('标准错误', () => process.stderr, { isBeside: true }),
    stdin: () => wordedStream('标准输入', () => piecesOfInput('标准输入')),
    ...(process.stdin.isTTY && process.stderr.isTTY && { ask }),
    disk: nodeDisk(workingFolder),
    template: readTemplate,
  }
}
