import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { ExitCode, UserError } from './io.ts'

// Node that runs out of memory dies with pages of its own and a code that says nothing, and nothing can be caught by
// then. But what is held grows with what is read, piece by piece, and can be looked at before it is too late.

const megabyte = 2 ** 20
/** The part of the limit that V8 keeps for what is new. */
const young = 48 * megabyte
/** What the program takes before it has read anything. */
const own = 16 * megabyte
/** A table of what was read needs one and a half times as much again. */
const most = 0.4
/** To look costs as much as clearing up, so it is done again only when this much more is in use. */
const step = 0.04

/** What is in use is mostly garbage until it is cleared up. */
function heldNow(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return getHeapStatistics().used_heap_size
}

function tooMuch(limit: number): UserError {
  const mostMegabytes = Math.round(limit / megabyte)
  const remedy = '请分几次处理；电脑内存够大的，先设环境变量 NODE_OPTIONS=--max-old-space-size=8192 再运行。'
  return new UserError(
    `内存不够：台账太大，程序最多能用 ${mostMegabytes} MB 内存`,
    remedy,
    ExitCode.failure,
    true,
  )
}

let nextLook = most

/** Called between the pieces of what is read. */
export function requireMemory(): void {
  const statistics = getHeapStatistics()
  const limit = statistics.heap_size_limit - young
  const room = Math.max(limit - own, megabyte)
  if (statistics.used_heap_size - own < nextLook * room) return
  const held = (heldNow() - own) / room
  if (held > most) throw tooMuch(limit)
  nextLook = Math.max(most, held + step)
}
