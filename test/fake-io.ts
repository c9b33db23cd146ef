import { readFile } from 'node:fs/promises'
import { posix } from 'node:path'
import { run } from '../src/cli.ts'
import {
  type Disk,
  type Entry,
  type EntryKind,
  ExitCode,
  type Io,
  type Stream,
  UserError,
} from '../src/io/io.ts'
import { headSize } from '../src/log/text/dialect.ts'

type Content = string | Uint8Array

export interface World {
  /** By path, relative ones from `cwd`; a folder is what stands before a `/`. A UserError refuses to be read. */
  readonly files?: Readonly<Record<string, Content | UserError>>
  readonly stdin?: Content
  readonly env?: Readonly<Record<string, string>>
  /** What whoever sits at the terminal answers, question by question; without it nobody does. */
  readonly answers?: readonly string[]
  readonly cwd?: string
  /** An instant; the default is noon of 2024-06-07 in Shanghai. */
  readonly now?: string
  /** The instant at which every file was written; the same by default. */
  readonly written?: string
  /** Width of the terminal; without it there is none. */
  readonly columns?: number
}

export interface FakeIo extends Io {
  readonly printed: { readonly out: string; readonly err: string }
  /** Both, in the order of a terminal. */
  readonly screen: string
  readonly files: ReadonlyMap<string, Uint8Array | UserError>
}

function bytesOf(content: Content): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}

function sink(
  columns: number | undefined,
  show: (text: string) => void,
): { readonly stream: Stream; readonly text: () => string } {
  const decoder = new TextDecoder()
  let text = ''
  return {
    text: () => text,
    stream: {
      isTerminal: columns !== undefined,
      columns,
      async write(data) {
        const more = typeof data === 'string' ? data : decoder.decode(data, { stream: true })
        text += more
        show(more)
      },
    },
  }
}

/** So that a long log comes in many. */
const smallPiece = 1000

/** Overwritten when the next is asked for, as the disk does. */
async function* inChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const size = bytes.length > headSize ? smallPiece : Math.ceil(bytes.length / 2)
  for (let at = 0; at < bytes.length; at += size) {
    const piece = Uint8Array.from(bytes.subarray(at, at + size))
    yield piece
    piece.fill(0x22)
  }
}

function missing(path: string): UserError {
  return new UserError(`${path} 不存在`, '请检查路径和文件名是否写对。', ExitCode.failure)
}

function fakeDisk(cwd: string, files: Map<string, Uint8Array | UserError>, written: Date): Disk {
  const at = (path: string) => posix.resolve(cwd, path)
  const inside = (folder: string) => {
    const prefix = at(folder) === '/' ? '/' : `${at(folder)}/`
    return [...files.keys()]
      .filter((path) => path.startsWith(prefix))
      .map((path) => path.slice(prefix.length))
  }
  function bytesAt(path: string): Uint8Array {
    const content = files.get(at(path)) ?? missing(path)
    if (content instanceof UserError) throw content
    return content
  }
  return {
    async kindOf(path): Promise<EntryKind> {
      if (files.has(at(path))) return 'file'
      return inside(path).length > 0 ? 'folder' : 'absent'
    },
    identityOf: async (path) => (files.has(at(path)) ? at(path) : undefined),
    async list(folder): Promise<readonly Entry[]> {
      const kinds = new Map<string, 'file' | 'folder'>()
      for (const rest of inside(folder)) {
        const [name = '', ...deeper] = rest.split('/')
        kinds.set(name, deeper.length > 0 ? 'folder' : 'file')
      }
      return [...kinds].map(([name, kind]) => ({ name, kind }))
    },
    writtenAt: async (path) => (files.has(at(path)) ? written : undefined),
    read: async (path) => bytesAt(path),
    async *stream(path) {
      yield* inChunks(bytesAt(path))
    },
    async write(path, data, { force }) {
      if (!force && files.has(at(path))) {
        throw new UserError(`${path} 已经存在`, '换一个文件名；确要替换的，加 --force。', ExitCode.failure)
      }
      files.set(at(path), data)
    },
    async claim(path, data) {
      if (files.has(at(path))) return false
      files.set(at(path), data)
      return true
    },
    async move(from, to) {
      const bytes = bytesAt(from)
      files.delete(at(from))
      files.set(at(to), bytes)
    },
  }
}

function asking(answers: readonly string[], to: Stream): NonNullable<Io['ask']> {
  const waiting = [...answers]
  return async (question) => {
    await to.write(question)
    return waiting.shift() ?? ''
  }
}

const usualInstant = '2024-06-07T04:00:00Z'

/** The world in memory. */
export function fakeIo(world: World = {}): FakeIo {
  const cwd = world.cwd ?? '/办案'
  const files = new Map<string, Uint8Array | UserError>()
  for (const [path, content] of Object.entries(world.files ?? {})) {
    files.set(posix.resolve(cwd, path), content instanceof UserError ? content : bytesOf(content))
  }
  let screen = ''
  const show = (text: string): void => {
    screen += text
  }
  const out = sink(world.columns, show)
  const err = sink(world.columns, show)
  return {
    cwd,
    env: world.env ?? {},
    now: () => new Date(world.now ?? usualInstant),
    out: out.stream,
    err: err.stream,
    stdin: () => inChunks(bytesOf(world.stdin ?? '')),
    ...(world.answers && { ask: asking(world.answers, err.stream) }),
    disk: fakeDisk(cwd, files, new Date(world.written ?? usualInstant)),
    template: (name) => readFile(new URL(`../templates/${name}`, import.meta.url)),
    files,
    get printed() {
      return { out: out.text(), err: err.text() }
    },
    get screen() {
      return screen
    },
  }
}

export function bytesAt({ cwd, files, printed }: FakeIo, path: string): Buffer {
  const content = files.get(posix.resolve(cwd, path))
  if (!(content instanceof Uint8Array)) throw new TypeError(`${path} was not written: ${printed.err}`)
  return Buffer.from(content)
}

export interface Transcript {
  readonly exitCode: ExitCode
  readonly out: string
  readonly err: string
}

/** One run of the program, as its user sees it. */
export async function transcript(args: readonly string[], world: World = {}): Promise<Transcript> {
  const io = fakeIo(world)
  const exitCode = await run(args, io)
  return { exitCode, ...io.printed }
}

/** What a terminal of that width shows of one run, without colour. */
export async function screenOf(args: readonly string[], columns: number, world: World = {}): Promise<string> {
  const io = fakeIo({ ...world, columns, env: { NO_COLOR: '1', ...world.env } })
  await run(args, io)
  return io.screen
}
