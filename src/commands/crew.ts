import type { Io, Thread } from '../io.ts'

/** Work that threads do ahead, errand by errand; whether and when they did is never seen. */
export interface Line<Answer> {
  /** Asked errand by errand; nothing where it is to be done in its turn. */
  readonly answer: (at: number) => Promise<Answer | undefined>
  /** Told of each answer whether it stood. */
  readonly judge: (stands: boolean) => void
  readonly end: () => void
}

/** Threads that begin when they are worth it, and do what is ahead in one line or another. */
export interface Crew<Errand> {
  readonly begin: () => void
  readonly line: <Answer>(errands: readonly Errand[]) => Line<Answer>
  readonly stop: () => void
}

interface LineState {
  readonly errands: readonly unknown[]
  readonly answers: Map<number, Promise<unknown>>
  /** The errand whose turn it is. */
  turn: number
  /** The first that nobody does yet. */
  next: number
  credit: number
}

interface CrewState {
  readonly io: Io
  readonly known: unknown
  readonly more: number
  /** The last comes first: it is begun inside one of the others. */
  readonly lines: LineState[]
  readonly begun: Thread[]
  readonly idle: Thread[]
  isBegun: boolean
}

/** So many errands are left to this thread, so that it seldom waits for one that is half done. */
const mostLeft = 8
/** What waits for its turn waits in memory. */
const aheadPerThread = 8
const errandsPerThread = 2
/** Each answer that does not stand costs one, each that stands brings one: without any left, nothing is done ahead. */
const credit = { first: 3, most: 8 }

function claim(line: LineState, threads: number): number | undefined {
  const behind = line.errands.length - line.turn - 1
  const left = Math.min(mostLeft, Math.floor(behind / (threads + 1)))
  const next = Math.max(line.next, line.turn + 1 + left)
  const last = Math.min(line.errands.length - 1, line.turn + left + threads * aheadPerThread)
  if (line.credit <= 0 || next > last) return undefined
  line.next = next + 1
  return next
}

/** What fails on a thread fails again in its turn, and is told then. */
function employ(crew: CrewState, thread: Thread): void {
  for (const line of crew.lines) {
    const at = claim(line, crew.more)
    if (at === undefined) continue
    const asked = thread.ask(line.errands[at])
    asked.then(
      () => employ(crew, thread),
      () => undefined,
    )
    line.answers.set(
      at,
      asked.catch(() => undefined),
    )
    return
  }
  crew.idle.push(thread)
}

function wake(crew: CrewState): void {
  for (const thread of crew.idle.splice(0)) employ(crew, thread)
}

function begin(crew: CrewState): void {
  if (crew.isBegun) return
  crew.isBegun = true
  for (let thread = 0; thread < crew.more; thread++) {
    const begun = crew.io.threads.start(crew.known)
    crew.begun.push(begun)
    for (let errand = 0; errand < errandsPerThread; errand++) employ(crew, begun)
  }
}

function createLine<Answer>(crew: CrewState, errands: readonly unknown[]): Line<Answer> {
  const line: LineState = { errands, answers: new Map(), turn: -1, next: 0, credit: credit.first }
  const judge = (stands: boolean): void => {
    line.credit = Math.min(credit.most, line.credit + (stands ? 1 : -1))
  }
  crew.lines.unshift(line)
  wake(crew)
  return {
    async answer(at) {
      line.turn = at
      wake(crew)
      const due = line.answers.get(at)
      if (due === undefined) return undefined
      line.answers.delete(at)
      const answer = (await due) as Answer | undefined
      if (answer === undefined) judge(false)
      return answer
    },
    judge,
    end() {
      crew.lines.splice(crew.lines.indexOf(line), 1)
    },
  }
}

/** So many threads beside this one, each told what is `known` when it begins. */
export function createCrew<Errand>(io: Io, more: number, known: unknown): Crew<Errand> {
  const crew: CrewState = {
    io,
    known,
    more,
    lines: [],
    begun: [],
    idle: [],
    isBegun: false,
  }
  return {
    begin: () => begin(crew),
    line: <Answer>(errands: readonly Errand[]) => createLine<Answer>(crew, errands),
    stop() {
      for (const thread of crew.begun.splice(0)) thread.end()
    },
  }
}
