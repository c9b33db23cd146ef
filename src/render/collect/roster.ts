import type { City, ReturnStatus, UnitReturn } from '../../model/collected.ts'
import { isArrivalKnown, isWithoutFile } from '../../model/collected.ts'
import { sinceAll } from '../../model/explanation.ts'
import type { Look } from '../../model/look.ts'
import { type List, type ListCell, numbers, words } from '../list/list.ts'
import { listText } from '../list/text.ts'
import { hang } from '../wrap.ts'

const statusWords: Readonly<Record<ReturnStatus, string>> = {
  unreadable: '读不了',
  faulty: '有错误',
  late: '迟报',
  nil: '零报告',
  'on-time': '按时',
  awaited: '未报（未到期）',
  missing: '未报',
}

/** 2024-06-07（推定）: what the form or the file says is no more than that. */
function arrivalText(one: UnitReturn): string {
  if (one.receivedOn === null) return '—'
  return isArrivalKnown(one) ? one.receivedOn : `${one.receivedOn}（推定）`
}

const withoutFile = '缺文件'

export function statusText(one: UnitReturn): string {
  return isWithoutFile(one) ? withoutFile : statusWords[one.status]
}

const kindWords: Readonly<Record<UnitReturn['kind'], string>> = {
  expected: '',
  collector: '（市本级）',
  stranger: '（不在名单）',
  unlisted: '',
}

function unitName({ unit, kind }: UnitReturn): string {
  return unit + kindWords[kind]
}

function rosterRow(one: UnitReturn): readonly ListCell[] {
  const { logs, cases, kept, counts, explained, paths } = one
  const known = [cases.length, kept.length, counts.error, counts.warning, counts.note, explained.length]
  // What has not come, or could not be read, is no 0.
  const read = logs.length > 0 ? known : known.map(() => '—')
  const files = paths.map((path) => path.slice(path.lastIndexOf('/') + 1))
  return [unitName(one), statusText(one), arrivalText(one), ...read, files.join('、')]
}

function returnsList({ units, round }: City): List {
  const isAssumed = units.some(({ receivedFrom }) => receivedFrom === 'file' || receivedFrom === 'form')
  const due = round === null ? '' : `本期 ${round.id} 的截止日是 ${round.due}。`
  const assumed = isAssumed
    ? '“推定”的收到日期取自表上的时间或文件的日期；有收文登记的，用 --received 写明。'
    : ''
  const note = `${due}${assumed}`
  return {
    id: 'roster',
    title: '各单位报送情况',
    columns: [
      ...words('单位', '状态', '收到'),
      ...numbers('案件', '列入', '错误', '警告', '提示', '说明'),
      // Which files a unit has sent stands above on a screen, with what was found in them.
      { heading: '文件', isNumber: false, isSpare: true },
    ],
    rows: units.map(rosterRow),
    notes: note === '' ? [] : [note],
  }
}

/** What has become of the returns that were sent back; nothing where none has come in again. */
function mendedLists({ units }: City): readonly List[] {
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
      columns: [...words('单位'), ...numbers('改好', '已说明', '仍在', '新出现')],
      rows: lines.map(([name, { mended, explained, open, fresh } = whole]) => {
        return [name, mended, explained, open, fresh]
      }),
      notes: ['与退回时的问题清单相比，各多少处。'],
    },
  ]
}

/** Who has handed in, and what has become of what was sent back: before the form. */
export function rosterLists(city: City): readonly List[] {
  return [returnsList(city), ...mendedLists(city)]
}

/** How many have come, and how they stand. */
function countsText({ roster, units, round }: City): string {
  const statuses = ['missing', 'awaited', 'unreadable', 'faulty', 'late', 'nil', 'on-time'] as const
  const gone = units.filter(isWithoutFile).length
  const counts = { ...roster, unreadable: roster.unreadable - gone }
  const said = [
    ...(gone > 0 ? [`${withoutFile} ${gone}`] : []),
    ...statuses
      .filter((status) => counts[status] > 0)
      .map((status) => `${statusWords[status]} ${counts[status]}`),
  ]
  const which = round === null ? '' : `${round.id} 期：`
  const whole =
    roster.expected === 0
      ? `收到 ${units.length} 个单位`
      : `应报 ${roster.expected} 个单位，已收 ${roster.received} 个`
  return `${which}${whole}（${said.join('，')}）`
}

/** The desk's first question; it is answered also where no table can be made. */
export function rosterText(city: City, look: Look): readonly string[] {
  return [
    hang(countsText(city), look.columns, 0),
    ...rosterLists(city).flatMap((list) => [...listText(list, look), '']),
  ]
}
