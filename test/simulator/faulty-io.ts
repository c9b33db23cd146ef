import { readFile } from 'node:fs/promises'
import { type Deed, inWords } from '../../src/io/errno.ts'
import type { Disk, Io, Stream } from '../../src/io/io.ts'
import { type FakeIo, fakeIo } from '../fake-io.ts'
import type { Random } from '../soak/random.ts'
import { newRunner, pullPlug, type Runner, turnOf } from './turns.ts'

/** What befalls a run at one of its reads or writes. */
interface Mishap {
  readonly deed: Deed
  /** The first is 1. */
  readonly at: number
  /** What the system says; undefined: the plug is pulled. */
  readonly code: string | undefined
  /** A disk that is full stays full; a file that was in use is not. */
  readonly lasts: boolean
}

const codes: Readonly<Record<Deed, readonly string[]>> = {
  read: ['EIO', 'EACCES', 'EBUSY', 'ENOENT', 'EMFILE'],
  write: ['ENOSPC', 'EBUSY', 'EPERM', 'EROFS', 'EIO'],
}

function someMishap(random: Random): Mishap | undefined {
  if (random.below(3) === 0) return undefined
  const deed = random.of<Deed>(['read', 'write', 'write'])
  const at = 1 + random.below(deed === 'read' ? random.of([10, 40]) : 8)
  const code = random.below(3) === 0 ? undefined : random.of(codes[deed])
  return { deed, at, code, lasts: random.below(3) === 0 }
}

/** What a run has gone through. */
interface Course {
  isKilled: boolean
  /** Whether a log broke off. */
  hasLostLog: boolean
  /** Whether something was not written. */
  hasLostWrite: boolean
  hasFailed: boolean
}

interface FaultyRun {
  readonly runner: Runner
  readonly mishap: Mishap | undefined
  readonly course: Course
  readonly done: Record<Deed, number>
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code, syscall: 'simulated' })
}

/** Waits for its turn, then perhaps fails as the system would. */
async function step({ runner, mishap, course, done }: FaultyRun, subject: string, deed: Deed): Promise<void> {
  await turnOf(runner)
  done[deed]++
  if (mishap?.deed !== deed || done[deed] < mishap.at || (course.hasFailed && !mishap.lasts)) return
  if (mishap.code === undefined) {
    course.isKilled = true
    await pullPlug(runner)
    return
  }
  course.hasFailed = true
  throw inWords(systemError(mishap.code), subject, deed)
}

/** Who claims and moves may try again; what is written is not, and is missed. */
async function needed(run: FaultyRun, subject: string): Promise<void> {
  try {
    await step(run, subject, 'write')
  } catch (error) {
    run.course.hasLostWrite = true
    throw error
  }
}

/** In pieces of any size, each waited for; overwritten when the next is asked for, as the disk does. */
async function* inPieces(
  run: FaultyRun,
  path: string,
  disk: Disk,
  random: Random,
): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(await disk.read(path))
  for (let at = 0; at < bytes.length; ) {
    try {
      await step(run, path, 'read')
    } catch (error) {
      run.course.hasLostLog = true
      throw error
    }
    const size = 1 + random.below(random.of([3, 200, 5000]))
    const piece = Uint8Array.from(bytes.subarray(at, at + size))
    at += size
    yield piece
    piece.fill(0x22)
  }
}

function faultyDisk(disk: Disk, run: FaultyRun, random: Random): Disk {
  const before =
    <Rest extends readonly unknown[], T>(deed: Deed, work: (path: string, ...rest: Rest) => Promise<T>) =>
    async (path: string, ...rest: Rest): Promise<T> => {
      await step(run, path, deed)
      return await work(path, ...rest)
    }
  return {
    kindOf: before('read', disk.kindOf),
    identityOf: before('read', disk.identityOf),
    list: before('read', disk.list),
    writtenAt: before('read', disk.writtenAt),
    read: before('read', disk.read),
    stream: (path) => inPieces(run, path, disk, random),
    async write(path, data, options) {
      await needed(run, path)
      await disk.write(path, data, options)
    },
    claim: before('write', disk.claim),
    move: before('write', disk.move),
  }
}

function faultyStream(stream: Stream, run: FaultyRun): Stream {
  return {
    ...stream,
    async write(data) {
      await needed(run, '标准输出')
      await stream.write(data)
    },
  }
}

export interface Machine extends Pick<FaultyRun, 'runner' | 'course'> {
  readonly io: Io
  readonly printed: () => FakeIo['printed']
}

/** The world as one run sees it: the disk all share, a clock that jumps, and a mishap or none. */
export function machineIn(shared: FakeIo, random: Random): Machine {
  const own = fakeIo()
  const run: FaultyRun = {
    runner: newRunner(),
    mishap: someMishap(random),
    course: { isKilled: false, hasLostLog: false, hasLostWrite: false, hasFailed: false },
    done: { read: 0, write: 0 },
  }
  const noon = own.now().getTime()
  const day = 24 * 60 * 60 * 1000
  return {
    ...run,
    printed: () => own.printed,
    io: {
      ...own,
      now: () => new Date(noon + day * random.of([0, 0, 0, 1, -1, 200, -400])),
      out: faultyStream(own.out, run),
      disk: faultyDisk(shared.disk, run, random),
      template: (name) => readFile(`templates/${name}`),
    },
  }
}
