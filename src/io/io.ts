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

  constructor(message: string, remedy: string, exitCode: ExitCode = ExitCode.usage) {
    super(message)
    this.name = 'UserError'
    this.remedy = remedy
    this.exitCode = exitCode
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
  readonly read: (path: string) => Promise<Uint8Array>
  /** Each piece holds until the next is asked for. */
  readonly stream: (path: string, from?: number) => AsyncIterable<Uint8Array>
  /** Undefined for what cannot be read again: a pipe gives its bytes once. */
  readonly sizeOf: (path: string) => Promise<number | undefined>
  /** Whole or not at all: a temporary file beside the target, flushed, renamed. Makes parent folders. */
  readonly write: (path: string, data: Uint8Array, options: { readonly force: boolean }) => Promise<void>
  /** The same under a name that nobody has yet; false where somebody has it. Of many at once, one succeeds. */
  readonly claim: (path: string, data: Uint8Array) => Promise<boolean>
  /** A new name in one step, over whatever has it. Of many who move one file at once, one succeeds. */
  readonly move: (from: string, to: string) => Promise<void>
}

/** Another thread of this program, which holds nothing open while it is idle. */
export interface Thread {
  /** What `worker.ts` answers, question by question; rejected where the thread has ended. */
  readonly ask: (question: unknown) => Promise<unknown>
  readonly end: () => void
}

export interface Threads {
  /** How many run side by side on this machine, this one among them. */
  readonly count: () => number
  /** Where fewer are still to come, one thread has read them sooner than another is of use. */
  readonly worthCases: number
  /** Where so many bytes of logs lie behind the first, that many cases are to be expected in them. */
  readonly worthBytes: number
  /** So much of a long log is read at once by one of them. */
  readonly stretchBytes: number
  /** `known` crosses once, every question and answer for itself: plain data all. */
  readonly start: (known: unknown) => Thread
}

/** Everything outside the program. Paths are as given; relative ones start at `cwd`. Failures are `UserError`s. */
export interface Io {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly now: () => Date
  readonly out: Stream
  readonly err: Stream
  readonly stdin: () => AsyncIterable<Uint8Array>
  readonly disk: Disk
  readonly threads: Threads
  /** A file of the package's own `templates` folder. */
  readonly template: (name: string) => Promise<Uint8Array>
}

/** The user's mistake as a value, where one bad input must not hide what is said of the others. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | UserError> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
}
