import { damagedBook } from './damage-book.ts'
import { damagedText } from './damage-text.ts'
import { judge } from './judge.ts'
import { randomOf } from './random.ts'
import { dialectOf, soundCases } from './sound-log.ts'

export interface Pollution {
  readonly logs: number
  readonly crashes: readonly string[]
  readonly losses: readonly string[]
  /** Logs whose every case came out as it was, by the name of the damage. */
  readonly unharmed: number
}

/** One damaged log a seed. */
export async function pollute(from: number, count: number): Promise<Pollution> {
  const crashes: string[] = []
  const losses: string[] = []
  let unharmed = 0
  for (let seed = from; seed < from + count; seed++) {
    const random = randomOf(seed)
    const cases = soundCases(random)
    // Every third log is a workbook.
    const { name, bytes } =
      seed % 3 === 0 ? damagedBook(cases, random) : damagedText(cases, dialectOf(random), random)
    const { exitCode, lost, broken, isSaid } = await judge('台账', bytes, cases)
    const label = `seed ${seed}, ${name}`
    if (broken !== undefined) crashes.push(`${label}: ${broken}`)
    else if (lost.length > 0) losses.push(`${label}: ${lost.map(([, , number]) => number).join('、')}`)
    else if (/完好$/.test(name) && isSaid) crashes.push(`${label}: a finding where nothing is wrong`)
    else if (exitCode === 0) unharmed++
  }
  return { logs: count, crashes, losses, unharmed }
}
