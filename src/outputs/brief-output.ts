import type { Io } from '../io/io.ts'
import type { Brief, BriefFacts } from '../model/brief.ts'
import { type BriefFormat, briefFormats } from '../render/brief/index.ts'
import { visible } from '../render/printable.ts'
import { filesOf, formatOf } from './formats.ts'
import { keepSources, requireTargets, type Targets } from './targets.ts'

/** Where the account goes: decided, and what can be refused refused, before the first log is read. */
export interface BriefPlan {
  readonly path: string
  readonly format: BriefFormat
}

/** The account, ready to be written, and what to say of it; nothing where none is asked for. */
export interface DraftedBrief {
  readonly file: { readonly path: string; readonly bytes: Uint8Array } | undefined
  readonly notes: readonly string[]
}

export interface BriefGiven extends Targets {
  readonly brief: string | undefined
  readonly template: string | undefined
  readonly font: string | undefined
}

/** Everything that will be written: no log may be among it. */
export function withBrief(outputs: readonly string[], plan: BriefPlan | undefined): readonly string[] {
  return plan === undefined ? outputs : [...outputs, plan.path]
}

export async function planBrief(given: BriefGiven, io: Io): Promise<BriefPlan | undefined> {
  const { brief: path, outputs, force, template, font } = given
  if (path === undefined) return undefined
  await requireTargets({ outputs: [...outputs, path], force, keepsFormer: true }, io)
  await requireTargets({ outputs: [path], force }, io)
  const format = briefFormats[formatOf(path, briefFormats, '工作进展情况', '--brief ')]
  const read = [template, font].filter((source) => source !== undefined)
  await keepSources([path], read, io)
  return { path, format }
}

function blanksIn({ opening, sections, signature }: Brief): number {
  const paragraphs = [...opening, ...sections.flatMap((section) => section.paragraphs), ...signature]
  return paragraphs.flat().filter((piece) => typeof piece !== 'string').length
}

export async function draftBrief(
  plan: BriefPlan | undefined,
  { facts, isExpected }: { readonly facts: () => BriefFacts; readonly isExpected: boolean },
  io: Io,
): Promise<DraftedBrief> {
  if (plan === undefined) return { file: undefined, notes: [] }
  const { path, format } = plan
  const { draftOf } = await import('../render/brief/draft.ts')
  const brief = draftOf(facts())
  const render = await format.load()
  const uncalled = isExpected ? [] : ['本方案的通知没有写明要报送工作进展情况。']
  const notes = [`${visible(path)} 是草稿：标有【待填】的 ${blanksIn(brief)} 处要由人填写。`, ...uncalled]
  return { file: { path, bytes: Buffer.from(render(brief, await filesOf(format, io))) }, notes }
}
