export const ExitCode = {
  done: 0,
  findings: 1,
  usage: 2,
  failure: 3,
  deadline: 4,
  bug: 70,
  interrupted: 130,
} as const

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode]

/** What the user can mend: a sentence, what to do about it, and the exit code it leads to. */
export class UserError extends Error {
  readonly remedy: string
  readonly exitCode: ExitCode
  /** Not of one input, so that the others could still be heard. */
  readonly endsRun: boolean

  constructor(message: string, remedy: string, exitCode: ExitCode = ExitCode.usage, endsRun = false) {
    super(message)
    this.name = 'UserError'
    this.remedy = remedy
    this.exitCode = exitCode
    this.endsRun = endsRun
  }
}

export interface Stream {
  /** Resolves when more may be written, so that a slow reader never fills the memory. */
  readonly write: (data: string | Uint8Array) => Promise<void>
  readonly isTerminal: boolean
  /** Width of the terminal; undefined where nothing is to be wrapped or cut. */
  readonly columns: number | undefined
}

export type EntryKind = 'file' | 'folder' | 'absent'

export interface Entry {
  readonly name: string
  /** other: a link to a folder or to nothing, a socket, a device; never entered. */
  readonly kind: 'file' | 'folder' | 'other'
}

export interface Disk {
  readonly kindOf: (path: string) => Promise<EntryKind>
  /** The same for every name and link of one file; undefined where nothing is. */
  readonly identityOf: (path: string) => Promise<string | undefined>
  readonly list: (folder: string) => Promise<readonly Entry[]>
  /** When a file was written last, as its disk remembers it; undefined for what is no file. */
  readonly writtenAt: (path: string) => Promise<Date | undefined>
  readonly read: (path: string) => Promise<Uint8Array>
  /** Each piece holds until the next is asked for. */
  readonly stream: (path: string) => AsyncIterable<Uint8Array>
  /** Whole or not at all: a temporary file beside the target, flushed, renamed. Makes parent folders. */
  readonly write: (path: string, data: Uint8Array, options: { readonly force: boolean }) => Promise<void>
  /** The same under a name that nobody has yet; false where somebody has it. Of many at once, one succeeds. */
  readonly claim: (path: string, data: Uint8Array) => Promise<boolean>
  /** A new name in one step, over whatever has it. Of many who move one file at once, one succeeds. */
  readonly move: (from: string, to: string) => Promise<void>
}

/** Everything outside the program. Paths are as given; relative ones start at `cwd`. Failures are `UserError`s. */
export interface Io {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly now: () => Date
  readonly out: Stream
  readonly err: Stream
  readonly stdin: () => AsyncIterable<Uint8Array>
  /** Asks whoever sits at the terminal; absent where nobody does. */
  readonly ask?: (question: string) => Promise<string>
  readonly disk: Disk
  /** A file of the package's own `templates` folder. */
  readonly template: (name: string) => Promise<Uint8Array>
}

/** The user's mistake as a value, where one bad input must not hide what is said of the others. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | UserError> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UserError && !error.endsRun) return error
    throw error
  }
}

/** Of those that are there: the same for every name of one file. */
export async function identitiesOf(paths: readonly string[], io: Io): Promise<ReadonlySet<string>> {
  const identities = await Promise.all(paths.map((path) => attempt(() => io.disk.identityOf(path))))
  return new Set(identities.filter((identity) => typeof identity === 'string'))
}
