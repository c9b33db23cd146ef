import type { Compared, ComparedSide } from '../../model/compared.ts'
import { pathName } from '../findings/place.ts'

function periodText({ period }: ComparedSide): string {
  return period === null ? '不详' : `${period.name}，到 ${period.to}`
}

/** Tables of other periods lack cases that nobody has struck out. */
function periodNotes({ old, new: current }: Compared): readonly string[] {
  const [before, after] = [old.period, current.period]
  const isUsual = (before?.name ?? 'all') === 'all' && (after?.name ?? 'all') === 'all'
  if (isUsual || before?.name === after?.name) return []
  return [
    `统计期间：原来 ${periodText(old)}；现在 ${periodText(current)}。期间不同，一边不列的案件会算在“新增”“减少”里。`,
  ]
}

function sideNotes({ path, isWhole, isAltered, skipped }: ComparedSide): readonly string[] {
  const name = pathName(path)
  return [
    ...(isAltered ? [`${name} 登记以后被改动过，不能作报送的凭据；下面是按改动后的内容比的。`] : []),
    ...(isWhole
      ? []
      : [`${name} 有读不出来的行，没有读到的案件会算在“新增”“减少”里：先用 ipcase validate 核对。`]),
    ...skipped.map((one) => `${pathName(one.path)} 没有读：${one.reason}。`),
  ]
}

/** What must be known before the difference is believed. */
export function diffNotes(compared: Compared): readonly string[] {
  const { old, new: current, isOfTwoUnits, difference } = compared
  const { before, after } = difference.notCollected
  const units = `原来的填报单位是${old.unit ?? ''}，现在的是${current.unit ?? ''}：不像同一个单位的两次报送，请检查是不是选错了文件。`
  return [
    ...(isOfTwoUnits ? [units] : []),
    ...periodNotes(compared),
    ...sideNotes(old),
    ...sideNotes(current),
    ...(before + after > 0
      ? [`不列入统计表的（不属统计范围、不予立案）没有比：原来 ${before} 件，现在 ${after} 件。`]
      : []),
  ]
}
