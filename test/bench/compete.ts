import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Contestant, Heat, LogFile } from './contestant.ts'
import { makeLog } from './make-log.ts'
import { type HeatResult, median, type Timing } from './results.ts'
import { type Place, time, warmUp, weigh } from './run.ts'

async function makeLogs(logs: readonly LogFile[], { folder, signal }: Place): Promise<void> {
  for (const { name, isGbk = false, isFaulty = false, isQuoted = false, ...others } of logs) {
    const encoding = isGbk ? 'gb18030' : 'utf-8'
    await makeLog(join(folder, name), { ...others, encoding, isFaulty, isQuoted }, signal)
  }
}

/** Those that do their work; of ours every one has to. */
async function able(contestants: readonly Contestant[], place: Place): Promise<readonly Contestant[]> {
  const fit: Contestant[] = []
  for (const contestant of contestants) {
    try {
      await warmUp(contestant, place)
      fit.push(contestant)
    } catch (error) {
      if (!contestant.isPeer || place.signal.aborted) throw error
    }
  }
  return fit
}

/** One run of each, then the next of each. */
async function timeInTurns(
  contestants: readonly Contestant[],
  runs: number,
  place: Place,
): Promise<ReadonlyMap<Contestant, readonly number[]>> {
  const times = new Map<Contestant, number[]>(contestants.map((contestant) => [contestant, []]))
  for (let run = 0; run < runs; run += 1) {
    for (const [contestant, taken] of times) taken.push(await time(contestant, place))
  }
  return times
}

async function peakOf(contestant: Contestant, weighings: number, place: Place): Promise<number> {
  const peaks: number[] = []
  for (let weighing = 0; weighing < weighings; weighing += 1) peaks.push(await weigh(contestant, place))
  return median(peaks)
}

async function timings(heat: Heat, fit: readonly Contestant[], place: Place): Promise<readonly Timing[]> {
  const times = await timeInTurns(fit, heat.runs, place)
  const found: Timing[] = []
  for (const [contestant, milliseconds] of times) {
    const { id, title, rows } = contestant
    const peakMebibytes = contestant.isWeighed ? await peakOf(contestant, heat.weighings, place) : undefined
    found.push({ id, title, rows, milliseconds, peakMebibytes })
  }
  return found
}

export interface Competed {
  readonly result: HeatResult
  /** Peers that are installed and did not do their work. */
  readonly failed: readonly string[]
}

/** Holds a heat; its logs are gone when it ends well. */
export async function compete(heat: Heat, place: Place): Promise<Competed> {
  const { title, base, logs, contestants } = heat
  await makeLogs(logs, place)
  const fit = await able(contestants, place)
  const result = { title, base, timings: await timings(heat, fit, place) }
  for (const { name } of logs) await rm(join(place.folder, name))
  const failed = contestants.filter((contestant) => !fit.includes(contestant))
  return { result, failed: failed.map((each) => `${title}：${each.title} 没有做完，未列入。`) }
}
