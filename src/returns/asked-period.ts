import { UserError } from '../io/io.ts'
import { type AskedPeriod, hasBegun } from '../model/period.ts'
import type { Period } from '../model/table.ts'
import { periodOf } from '../table/period.ts'
import type { Background } from './background.ts'
import type { Preparation } from './preparation.ts'

function askedOf({ settings, programme }: Preparation): AskedPeriod {
  return settings.period ?? { name: programme.period }
}

/** What no log can change is said before one is read. */
export function requirePeriod(prepared: Preparation): void {
  const asked = askedOf(prepared)
  const { asOf, archive } = prepared.settings
  if (!hasBegun(asked, asOf)) {
    throw new UserError(
      `统计期间 ${asked.name} 到 ${asOf} 还没有开始`,
      '请换一个期间，或用 --as-of 写明以哪一天为准。',
    )
  }
  if (asked.name === 'since-last' && archive === undefined) {
    throw new UserError(
      '--period since-last 要对照以往的报送，没有写明存档在哪里',
      '请用 --archive 写明文件夹（或设环境变量 IPCASE_ARCHIVE，或在配置里写 archive）；没有存档的，可用 --period year-to-date。',
    )
  }
}

export function periodAsked({ prepared, comparison }: Pick<Background, 'prepared' | 'comparison'>): Period {
  const asked = askedOf(prepared)
  if (asked.name === 'since-last' && comparison === 'no-unit') {
    throw new UserError(
      '--period since-last 要对照以往的报送，不知道是哪个单位的台账',
      '请用 --unit 写明填报单位。',
    )
  }
  return periodOf(asked, prepared.settings.asOf)
}
