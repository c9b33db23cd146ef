/** One command of a heat. */
export interface Contestant {
  readonly id: string
  readonly title: string
  /** The program and its arguments; it runs in the folder of the logs. */
  readonly command: readonly string[]
  /** Set, or taken away where undefined. */
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly exitCode: number
  /** Stands in its output: the work it is timed for was done. */
  readonly says: string
  /** Somebody else's program: where it fails, the bench goes on without it. */
  readonly isPeer?: boolean
  readonly rows?: number
  /** Its peak memory is taken too. */
  readonly isWeighed?: boolean
}

/** Commands that run in turns, so that whatever slows the machine down slows all of them. */
export interface Heat {
  readonly title: string
  /** The contestant whose time is 1; none where each is a size, and compared with the size before. */
  readonly base?: string | undefined
  readonly runs: number
  /** How often those are weighed that are; the peak is the median. */
  readonly weighings: number
  readonly logs: readonly LogFile[]
  readonly contestants: readonly Contestant[]
}

export interface LogFile {
  readonly name: string
  readonly rows: number
  readonly isFaulty?: boolean
  readonly isGbk?: boolean
  readonly isQuoted?: boolean
  readonly firstNumber?: number
}
