import { columnLetters, lastColumn, placeOf, rangeOf } from '../office/reference.ts'
import { attributeOf, walkTags, type XmlElement } from '../office/xml-walk.ts'

function isHidden({ tag }: XmlElement): boolean {
  return ['1', 'true'].includes(attributeOf(tag, 'hidden') ?? '')
}

/** The column behind all that a sheet shows: nothing moves when it is filled. undefined where nobody would see it. */
function freeColumn(xml: string): number | undefined {
  let free = 1
  let column = 0
  const hidden: XmlElement[] = []
  const taken = (last: number): void => {
    free = Math.max(free, last + 1)
  }
  walkTags(xml, {
    open(tag) {
      if (tag.name === 'row') column = 0
      if (tag.name === 'c') column = placeOf(attributeOf(tag, 'r') ?? '')?.column ?? column + 1
    },
    close(element) {
      const { tag, contentEnd } = element
      if (tag.name === 'c' && xml.slice(tag.end, contentEnd).trim() !== '') taken(column)
      if (tag.name === 'mergeCell') taken(rangeOf(attributeOf(tag, 'ref') ?? '')?.right ?? 0)
      if (tag.name === 'col' && isHidden(element)) hidden.push(element)
    },
  })
  const isSeen = !hidden.some(
    ({ tag }) => Number(attributeOf(tag, 'min')) <= free && Number(attributeOf(tag, 'max')) >= free,
  )
  return isSeen && free <= lastColumn ? free : undefined
}

export type AddedColumns = ReadonlyMap<string, number | undefined>

interface SheetText {
  readonly name: string
  readonly text: () => string
}

/** A text gets its column first; in a sheet that would move whatever points at cells, so it comes last. */
export function addedColumns(
  sheets: readonly SheetText[],
  cells: readonly { readonly sheet: string; readonly index: number | undefined }[],
): AddedColumns {
  const lacking = new Set(cells.flatMap(({ sheet, index }) => (index === undefined ? [sheet] : [])))
  return new Map(
    sheets.filter(({ name }) => lacking.has(name)).map(({ name, text }) => [name, freeColumn(text())]),
  )
}

export function notesOnColumns(added: AddedColumns): readonly string[] {
  return [...added].map(([sheet, column]) => {
    const letters = columnLetters(column ?? 1)
    return `工作表“${sheet}”原来没有序号这一栏，已加在最右边的 ${letters} 列，其他各列没有移动；设有打印区域的，请自行放宽。`
  })
}
