import type { City } from '../../model/collected.ts'
import { sinceAll } from '../../model/explanation.ts'
import type { CityTable } from './tables.ts'
import { unitName } from './words.ts'

/** What has become of the returns that were sent back; nothing where none has come in again. */
export function mendedTable({ units }: City): readonly CityTable[] {
  const returned = units.filter(({ since }) => since !== undefined)
  const whole = sinceAll(returned.map(({ since }) => since))
  if (whole === undefined) return []
  const lines = [
    ...returned.map((one) => [unitName(one), one.since] as const),
    ...(returned.length > 1 ? [['合计', whole] as const] : []),
  ]
  return [
    {
      id: 'mended',
      title: '退回修改情况',
      headings: ['单位', '改好', '已说明', '仍在', '新出现'],
      rows: lines.map(([name, since = whole]) => [
        name,
        since.mended,
        since.explained,
        since.open,
        since.fresh,
      ]),
      note: '与退回时的问题清单相比，各多少处。',
    },
  ]
}
