import type { Io, Thread } from '../io.ts'
import { type ApartSettings, type CheckedApart, checkApart } from './check-apart.ts'
import type { LogSource } from './inputs.ts'
import type { Preparation } from './preparation.ts'

/** Logs behind the one whose turn it is, checked apart on other threads. Whether and when they were is never seen. */
export interface ReadAhead {
  /** Told of all cases so far: where there are many, threads begin with the logs behind. */
  readonly note: (cases: number) => void
  /** Asked log by log; nothing where the log is to be read in its turn. */
  readonly checked: (at: number) => Promise<CheckedApart | undefined>
  readonly judge: (stands: boolean) => void
  readonly stop: () => void
}

export interface ReadAheadPlan {
  readonly logs: readonly LogSource[]
  readonly settings: ApartSettings
  readonly threads: number
}

interface Errand {
  readonly answer: Promise<CheckedApart | undefined>
  isDone: boolean
}

interface State extends ReadAheadPlan {
  readonly io: Io
  readonly errands: Map<number, Errand>
  readonly begun: Thread[]
  readonly idle: Thread[]
  isStarted: boolean
  isStopped: boolean
  /** The log whose turn it is. */
  turn: number
  /** The first that nobody reads yet. */
  next: number
  credit: number
}

/** What waits for its turn waits in memory. */
const aheadPerThread = 4
/** The next question lies ready while one is answered; where few logs are left, they are shared out one by one. */
const questionsPerThread = 2
/** Each log that is read twice costs one, each that stands brings one: without any left, nothing is read ahead. */
const credit = { first: 3, most: 8 }

function claim(state: State): number | undefined {
  const next = Math.max(state.next, state.turn + 1)
  const last = Math.min(state.logs.length - 1, state.turn + state.threads * aheadPerThread)
  if (state.credit <= 0 || next > last) return undefined
  state.next = next + 1
  return next
}

/** What fails apart fails again in its turn, and is told then. */
function send(state: State, at: number, asked: Promise<unknown>): Errand {
  const answer = asked.then(
    (checked) => checked as CheckedApart | undefined,
    () => undefined,
  )
  const errand: Errand = { answer, isDone: false }
  state.errands.set(at, errand)
  void answer.then(() => {
    errand.isDone = true
  })
  return errand
}

function pathAt({ logs }: State, at: number): string {
  return logs[at]?.path ?? ''
}

function employ(state: State, thread: Thread): void {
  const at = claim(state)
  if (at === undefined) {
    state.idle.push(thread)
    return
  }
  const asked = thread.ask(pathAt(state, at))
  send(state, at, asked)
  asked.then(
    () => employ(state, thread),
    () => undefined,
  )
}

function start(state: State): void {
  const { io, threads, logs, turn, settings } = state
  const left = logs.length - turn
  const questions = left > threads * questionsPerThread ? questionsPerThread : 1
  state.isStarted = true
  for (let more = Math.min(threads, left) - 1; more > 0; more--) {
    io.threads.start(settings).then(
      (thread) => {
        if (state.isStopped) return thread.end()
        state.begun.push(thread)
        for (let question = 0; question < questions; question++) employ(state, thread)
      },
      () => undefined,
    )
  }
}

/** While a thread still reads the log whose turn it is, this one is one more that reads behind it. */
async function answerOf(state: State, errand: Errand): Promise<CheckedApart | undefined> {
  while (!errand.isDone) {
    const at = claim(state)
    if (at === undefined) break
    await send(state, at, checkApart(pathAt(state, at), state.settings, state.io.disk)).answer
  }
  return await errand.answer
}

function stop(state: State): void {
  state.credit = 0
  state.isStopped = true
  for (const thread of state.begun.splice(0)) thread.end()
}

function judge(state: State, stands: boolean): void {
  state.credit = Math.min(credit.most, state.credit + (stands ? 1 : -1))
  if (state.credit <= 0) stop(state)
}

const mostThreads = 8

/** None where one thread is to work, or where what the logs before hold changes what is said of a log. */
export function readAheadOf(
  logs: readonly LogSource[],
  prepared: Preparation,
  io: Io,
): ReadAhead | undefined {
  const { circumstances, settings, text } = prepared
  const threads = settings.threads ?? Math.min(io.threads.count(), mostThreads)
  if (threads === 1 || logs.length === 1 || circumstances.previous) return undefined
  return createReadAhead({ logs, threads, settings: { circumstances, overrides: settings.rules, text } }, io)
}

function createReadAhead(plan: ReadAheadPlan, io: Io): ReadAhead {
  const known = { ...plan, io, errands: new Map<number, Errand>(), begun: [], idle: [] }
  const state: State = {
    ...known,
    isStarted: false,
    isStopped: false,
    turn: 0,
    next: 0,
    credit: credit.first,
  }
  return {
    note(cases) {
      const isWorthIt = cases >= io.threads.startCases && state.turn + 1 < plan.logs.length
      if (isWorthIt && !state.isStarted) start(state)
    },
    async checked(at) {
      state.turn = at
      for (const thread of state.idle.splice(0)) employ(state, thread)
      const errand = state.errands.get(at)
      if (errand === undefined) return undefined
      const checked = await answerOf(state, errand)
      state.errands.delete(at)
      if (checked === undefined) judge(state, false)
      return checked
    },
    judge: (stands) => judge(state, stands),
    stop: () => stop(state),
  }
}
