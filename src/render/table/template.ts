import { columnNamed, columnNames, fieldNamed, fieldNames, marker, requiredNames } from './markers.ts'
import type { Refusal } from './refusal.ts'

function listed(names: readonly string[]): string {
  return names.map(marker).join('、')
}

const knownNames = [...Object.values(fieldNames), ...Object.values(columnNames)]

interface Kind {
  /** Names that only one kind of file knows. */
  readonly more?: readonly string[]
  /** Where a form that was marked by its heading has no place for 填报单位 or 时间, that is said and not refused. */
  readonly isByHeading: boolean
}

/** Why a template with these markers cannot be filled. */
export function nameFault(names: ReadonlySet<string>, { more = [], isByHeading }: Kind): Refusal | undefined {
  const unknown = [...names].filter(
    (name) => fieldNamed(name) === undefined && columnNamed(name) === undefined && !more.includes(name),
  )
  if (unknown.length > 0) {
    return {
      message: `模板中有不认识的标记：${listed(unknown)}`,
      remedy: `请改正或删去。能用的标记是：${listed([...knownNames, ...more])}。`,
    }
  }
  const missing = requiredNames.filter(
    (name) => !names.has(name) && !(isByHeading && fieldNamed(name) !== undefined),
  )
  if (missing.length === 0) return undefined
  return {
    message: `模板缺少标记：${listed(missing)}`,
    remedy: `请在模板中补上：${listed([fieldNames.unit, fieldNames.date])}写在该填单位和日期的地方，九个栏目的标记写在表格的同一行。`,
  }
}
