import type { Io, Thread } from '../io/io.ts'
import type { Answered, Room } from './room.ts'

/** Work that threads do ahead, errand by errand; whether and when they did is never seen. */
export interface Line<Answer> {
  /** In the turn of an errand: what is done of it, if it stands; nothing where it is to be done now. */
  readonly told: (at: number, tell: (answer: Answer) => Promise<boolean>) => Promise<Answer | undefined>
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
  /** Of the errands behind the turn that are taken. */
  readonly answers: Map<number, Promise<Answered<unknown>>>
  turn: number
  underWay: number
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
  readonly rooms: Room[]
  isBegun: boolean
}

/** So many errands are left to this thread, so that it seldom waits for one that is half done. */
const mostLeft = 4
/** What waits for its turn waits in memory. */
const aheadPerThread = 12
const errandsPerThread = 2
/** Each answer that does not stand costs one, each that stands brings one: without any left, nothing is done ahead. */
const credit = { first: 3, most: 8 }

function claim({ errands, answers, turn, underWay, credit }: LineState, threads: number): number | undefined {
  if (credit <= 0 || answers.size >= threads * aheadPerThread) return undefined
  const free = errands.length - turn - 1 - answers.size
  let left = Math.min(mostLeft, Math.floor((free + underWay) / (threads + 1)))
  for (let at = turn + 1; at < errands.length; at++) {
    if (answers.has(at)) continue
    if (left === 0) return at
    left--
  }
  return undefined
}

/** What fails on a thread fails again in its turn, and is told then. */
function employ(crew: CrewState, thread: Thread): void {
  for (const line of crew.lines) {
    const at = claim(line, crew.more)
    if (at === undefined) continue
    const asked = thread.ask({ errand: line.errands[at], room: crew.rooms.pop() })
    line.underWay++
    line.answers.set(at, ended(asked as Promise<Answered<unknown>>, line))
    asked.then(
      () => employ(crew, thread),
      () => undefined,
    )
    return
  }
  crew.idle.push(thread)
}

async function ended<One>(asked: Promise<Answered<One>>, line: LineState): Promise<Answered<One>> {
  try {
    return await asked
  } catch {
    return {}
  } finally {
    line.underWay--
  }
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

async function take<Answer>(
  { crew, line }: { crew: CrewState; line: LineState },
  due: Promise<Answered<unknown>>,
  tell: (answer: Answer) => Promise<boolean>,
): Promise<Answer | undefined> {
  const { apart, room } = await due
  const stands = apart !== undefined && (await tell(apart as Answer))
  if (room) crew.rooms.push(room)
  line.credit = Math.min(credit.most, line.credit + (stands ? 1 : -1))
  return stands ? (apart as Answer) : undefined
}

function createLine<Answer>(crew: CrewState, errands: readonly unknown[]): Line<Answer> {
  const line: LineState = { errands, answers: new Map(), turn: -1, underWay: 0, credit: credit.first }
  crew.lines.unshift(line)
  wake(crew)
  return {
    async told(at, tell) {
      line.turn = at
      const due = line.answers.get(at)
      line.answers.delete(at)
      wake(crew)
      return due && (await take({ crew, line }, due, tell))
    },
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
    rooms: [],
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
