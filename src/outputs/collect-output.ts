import type { Io } from '../io/io.ts'
import type { Look } from '../model/look.ts'
import { type CollectReport, collectJson } from '../render/collect/json.ts'
import { rosterText } from '../render/collect/roster.ts'

export async function writeCollected(report: CollectReport, format: 'text' | 'json', look: Look, io: Io) {
  if (format === 'json') return await io.out.write(collectJson(report))
  await io.out.write(`${rosterText(report.collected, look).join('\n')}`)
}
