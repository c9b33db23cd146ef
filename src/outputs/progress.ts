import type { Io } from '../io/io.ts'
import type { Milestone } from '../model/run.ts'

/** Of one log nobody knows how long it is; of many, how many are behind. */
function shareText({ logs, at, share }: Milestone): string {
  if (share === undefined && logs.length === 1) return ''
  return `（全部的 ${Math.floor((share ?? at / logs.length) * 100)}%）`
}

function sentence(milestone: Milestone): string {
  const { logs, at, cases } = milestone
  const path = logs[at]?.path ?? ''
  return `正在核对第 ${at + 1}/${logs.length} 份${shareText(milestone)} ${path}：已读 ${cases} 件`
}

export type Making = <T>(path: string, make: () => Promise<T>) => Promise<T>

export interface Progress {
  readonly tick: (milestone: Milestone) => Promise<void>
  /** What is made in one piece gives no chance to speak once it has begun. */
  readonly making: Making
  /** The line is out of the way, for whatever else is written. */
  readonly clear: () => Promise<void>
}

const firstAfterMs = 1000
const againAfterMs = 200

const eraseLine = '\r\u001b[K'

async function silent(): Promise<void> {}

const unsaid: Making = (_path, make) => make()

/** One line on the terminal for what takes more than a second; nothing anywhere else. */
export function createProgress(io: Io, isWanted: boolean): Progress {
  const { TERM } = io.env
  if (!isWanted || !io.err.isTerminal || TERM === 'dumb') {
    return { tick: silent, making: unsaid, clear: silent }
  }
  let next = io.now().getTime() + firstAfterMs
  let isDrawn = false
  const clear = async (): Promise<void> => {
    if (!isDrawn) return
    isDrawn = false
    await io.err.write(eraseLine)
  }
  const draw = async (line: string): Promise<void> => {
    isDrawn = true
    await io.err.write(eraseLine + line)
  }
  return {
    async tick(milestone) {
      const now = io.now().getTime()
      if (now < next) return
      next = now + againAfterMs
      await draw(sentence(milestone))
    },
    async making(path, make) {
      await draw(`正在生成 ${path}`)
      try {
        return await make()
      } finally {
        await clear()
      }
    },
    clear,
  }
}
