import { run } from '../../src/cli.ts'
import { type Disk, ExitCode, UserError } from '../../src/io/io.ts'
import { headSize } from '../../src/log/text/dialect.ts'
import { fakeIo, type World } from '../fake-io.ts'
import { type FakeThreads, fakeThreads } from '../fake-threads.ts'

export interface Ran {
  readonly exitCode: ExitCode
  readonly out: string
  readonly err: string
  /** What it wrote, by path. */
  readonly written: Readonly<Record<string, string>>
}

/** As much as is read before the first row is looked at. */
const blankRow = Buffer.from(`${' '.repeat(headSize)}\n`)

/** Files whose name says so break off behind their last row. */
function breakingDisk(disk: Disk, opened: string[]): Disk {
  return {
    ...disk,
    async *stream(path, from) {
      opened.push(path)
      yield* disk.stream(path, from)
      if (!/断|错/.test(path)) return
      yield blankRow
      if (path.includes('错')) throw new TypeError(`a bug met in ${path}`)
      throw new UserError(`${path} 读不下去`, '请换一个磁盘。', ExitCode.failure)
    },
  }
}

/** One run over these files; without threads on one. */
export async function ranOn(
  args: readonly string[],
  { opened = [], ...world }: World & { readonly opened?: string[] },
  threads?: FakeThreads,
): Promise<Ran> {
  const io = fakeIo(world)
  const disk = breakingDisk(io.disk, opened)
  const exitCode = await run(args, { ...io, disk, ...(threads && { threads: fakeThreads(threads, disk) }) })
  const written = [...io.files].flatMap(([path, bytes]) =>
    path.includes('清单') && !(bytes instanceof UserError) ? [[path, Buffer.from(bytes).toString()]] : [],
  )
  return { exitCode, ...io.printed, written: Object.fromEntries(written) }
}
