import type { Io } from '../io/io.ts'
import { type EmptyLedger, type EntryFormatName, entryFormats } from '../render/entry/index.ts'
import { filesOf, formatOf, namesOf, type Plan, writeEach } from './formats.ts'
import { requireTargets } from './targets.ts'

export const entryFormatNames = namesOf(entryFormats)

export const usualEntryFile = '台账.xlsx'

type EntryPlan = Omit<Plan<EntryFormatName>, 'quiet'>

const nameOf = (path: string): EntryFormatName => formatOf(path, entryFormats, '空白台账')

/** Where an empty ledger goes when nobody says. */
export async function planEntry(given: EntryPlan, io: Io): Promise<EntryPlan> {
  const { format, force } = given
  const usual = format === undefined ? [usualEntryFile] : []
  const outputs = given.outputs.length > 0 ? given.outputs : usual
  await requireTargets({ outputs, force }, io)
  outputs.forEach(nameOf)
  return { format, outputs, force }
}

export async function writeEntry(entry: EmptyLedger, plan: EntryPlan, io: Io): Promise<void> {
  const make = async (name: EntryFormatName): Promise<string | Uint8Array> => {
    const format = entryFormats[name]
    return await (await format.load())(entry, await filesOf(format, io))
  }
  await writeEach({ ...plan, quiet: false }, nameOf, make, io)
  if (plan.format !== undefined) await io.out.write(await make(plan.format))
}
