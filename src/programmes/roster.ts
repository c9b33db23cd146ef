import type { LogSummary } from '../model/log.ts'
import type { LogFault } from '../model/log-fault.ts'
import { shortPlace, unitPlace } from '../model/unit-name.ts'
import type { Programme } from './programme.ts'

/** The city or province that collects; undefined where the notice names no place. */
function collectorOf({ roles }: Programme): string | undefined {
  const place = unitPlace(roles.collects)
  return /[市省州盟]$/.test(place) ? place : undefined
}

/** Without a province before it. */
function withoutProvince(place: string): string {
  return place.replace(/^.{2,7}?(?:省|自治区)(?=.+[市州盟])/, '')
}

/** 朝阳市双塔区, 辽宁省朝阳市双塔区 and 朝阳双塔区 are 双塔区; 北京市朝阳区 is nobody here. */
function spellingsOf(place: string, collector: string | undefined): readonly string[] {
  const local = withoutProvince(place)
  const heads = collector === undefined ? [] : [collector, shortPlace(collector)]
  const below = [place, local].flatMap((text) =>
    heads
      .filter((head) => text.startsWith(head) && text.length > head.length)
      .map((head) => text.slice(head.length)),
  )
  // There is no other 凌源市 in the country; 新华区 there are three.
  return [place, ...(local.endsWith('市') ? [local] : []), ...below]
}

/**
 * Which units a name may mean: one, as the notice's list has it or by its place; several where a short name fits them
 * all, as 朝阳 does the county and the city. An unknown unit is one of its own.
 */
export function unitsNamed(programme: Programme, name: string): readonly [string, ...string[]] {
  const place = unitPlace(name)
  const collector = collectorOf(programme)
  const spellings = spellingsOf(place, collector)
  const listed = programme.units.find((unit) => {
    const known = [unit.name, ...unit.aliases].map(unitPlace)
    return spellings.some((text) => known.includes(text))
  })
  if (listed !== undefined) return [listed.name]
  const names = [...programme.units.map((unit) => unit.name), ...(collector === undefined ? [] : [collector])]
  const shortened = names.filter((each) => spellings.includes(shortPlace(each)))
  const whole = names.find((each) => spellings.includes(each))
  const [first, ...others] = whole === undefined ? shortened : [whole]
  return first === undefined ? [place] : [first, ...others]
}

export function isCollector(programme: Programme, unit: string): boolean {
  return unit === collectorOf(programme)
}

/**
 * Which listed units the name of a file or folder speaks of: 双塔区6月报表, 建平-亮剑护航. The collector's own name in
 * it is as a rule a part of the table's title; alone it is the collector, or with 朝阳 alone one of two.
 */
export function unitsWithin(programme: Programme, fileName: string): readonly string[] {
  const text = fileName.replace(/\s+/g, '')
  const spoken = programme.units.filter(({ name, aliases }) =>
    [name, ...aliases].some((word) => text.includes(unitPlace(word))),
  )
  if (spoken.length > 0) return spoken.map(({ name }) => name)
  const bare = unitPlace(text.replace(/[\d\s._（）()年月日季度第期-]+/g, ''))
  const named = bare === '' ? [] : unitsNamed(programme, bare)
  return named.some((unit) => isListed(programme, unit)) ? named : []
}

/** Whether the notice knows the unit, or the collector itself. */
export function isListed(programme: Programme, unit: string): boolean {
  return isCollector(programme, unit) || programme.units.some(({ name }) => name === unit)
}

interface UnitChoice {
  /** 填报单位 of the return; null where nobody says or two disagree. */
  readonly unit: string | null
  readonly fault?: Extract<LogFault, { rule: 'unit-missing' | 'unit-conflict' }>
}

/** Whose a return is: the option or configuration names the unit, else its logs do; who disagrees is said. */
export function chooseUnit(
  programme: Programme,
  asked: string | undefined,
  logs: readonly Pick<LogSummary, 'unit' | 'otherUnits'>[],
): UnitChoice {
  const named = logs.flatMap(({ unit, otherUnits }) => (unit === null ? [] : [unit, ...otherUnits]))
  const all = asked === undefined ? named : [asked, ...named]
  const [first] = all
  if (first === undefined) return { unit: null, fault: { rule: 'unit-missing' } }
  const isSame = (one: string, other: string): boolean => {
    const units = unitsNamed(programme, one)
    return unitsNamed(programme, other).some((unit) => units.includes(unit))
  }
  const units = all.filter((unit, at) => all.findIndex((other) => isSame(unit, other)) === at)
  if (units.length === 1) return { unit: first }
  return { unit: asked ?? null, fault: { rule: 'unit-conflict', units } }
}
