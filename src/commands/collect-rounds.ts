import { ExitCode, type Io, UserError } from '../io/io.ts'
import { lookOf } from '../outputs/look.ts'
import { keepSources } from '../outputs/targets.ts'
import { planTrend, writeTrend } from '../outputs/trend-output.ts'
import { holdsReceipts } from '../returns/handed-in.ts'
import { archiveOf } from '../returns/recording.ts'
import { type SetupGiven, setUp } from '../returns/setup.ts'
import { readTrend } from '../returns/trend.ts'
import type { FlagOption } from './command.ts'

export interface RoundsGiven extends SetupGiven {
  readonly format: string | undefined
  readonly outputs: readonly string[]
  readonly force: boolean
  readonly quiet: boolean
}

export const roundsOption: FlagOption = {
  kind: 'flag',
  flags: '--rounds',
  summary: '不读报送，把存档里的各期并排：各单位、各类型的趋势和同比',
}

/** By the option, or because what is named is an archive. */
export async function areRoundsAsked(
  words: readonly string[],
  { rounds }: { readonly rounds: boolean },
  io: Io,
): Promise<boolean> {
  const [folder, ...others] = words
  if (rounds) return true
  if (folder === undefined) {
    const remedy = '请写上各单位报送的文件，或放着它们的文件夹；看存档里的各期，用 --rounds。'
    throw new UserError('collect 缺少参数 <报送>', remedy)
  }
  if (others.length > 0 || (await io.disk.kindOf(folder)) !== 'folder') return false
  return await holdsReceipts(folder, io)
}

/** The archive that is named in the place of returns, or the one that is set. */
function archiveIn([word, ...others]: readonly string[], set: string | undefined): string {
  if (others.length === 0) return word ?? archiveOf(set)
  throw new UserError('--rounds 看的是一个存档，不读报送', '请只写存档所在的文件夹。')
}

/** What `collect --rounds` does: the rounds of the archive side by side. */
export async function collectRounds(
  words: readonly string[],
  options: RoundsGiven,
  io: Io,
): Promise<ExitCode> {
  const plan = await planTrend(options, io)
  const setup = await setUp(options, false, io)
  const archive = archiveIn(words, setup.settings.archive)
  await keepSources(options.outputs, setup.settings.files, io)
  const { trend, damaged } = await readTrend(archive, setup, io)
  const warnings = damaged.map(({ path, reason }) => `${path} ${reason}\n`)
  await io.err.write(warnings.join(''))
  if (trend.rounds.length === 0) {
    throw new UserError(
      `存档 ${archive} 里没有报送方案 ${setup.programme.id} 的报送记录`,
      '请检查 --archive 和 --programme；报送以后用 ipcase record 或 collect --record 登记。',
      ExitCode.failure,
    )
  }
  const exitCode = ExitCode.done
  const { units } = trend
  const unit = units.length === 1 ? (units[0]?.unit ?? null) : null
  const report = { head: setup.head, programme: setup.programme.name, archive, unit, trend, exitCode }
  await writeTrend(report, plan, { look: lookOf(options, io), io })
  return exitCode
}
