import type { TrendDocument } from '../../model/documents/trend.ts'
import type { TrendCell } from '../../model/trend.ts'
import { slashed } from '../findings/json.ts'
import type { RenderTrend } from './index.ts'

function cellDocument(cell: TrendCell | null): TrendDocument['units'][number]['rounds'][number] {
  if (cell === null) return null
  const { round, day, period, from, to, isWhole, all, byType } = cell
  return { round, day, period, from, to, whole: isWhole, ...all, byType: [...byType] }
}

export const trendJson: RenderTrend = ({ head, archive, unit, trend, exitCode }) => {
  const { rounds, units, totals, yearOnYear, toldLater } = trend
  const document: TrendDocument = {
    schemaVersion: 1,
    ...head,
    archive: slashed(archive),
    unit,
    rounds: [...rounds],
    units: units.map((one) => ({
      unit: one.unit,
      expected: one.isExpected,
      rounds: one.cells.map(cellDocument),
    })),
    totals: totals.map(({ round, units: counted, otherYear, isWhole, all, byType }) => ({
      round,
      units: [...counted],
      otherYear: [...otherYear],
      whole: isWhole,
      ...all,
      byType: [...byType],
    })),
    yearOnYear: yearOnYear.map(({ round, before, units: compared, notCompared, all, byType }) => ({
      round,
      before,
      units: compared.map((one) => ({ ...one, byType: [...one.byType] })),
      notCompared: [...notCompared],
      ...all,
      byType: [...byType],
    })),
    toldLater: [...toldLater],
    exitCode,
  }
  return `${JSON.stringify(document, null, 2)}\n`
}
