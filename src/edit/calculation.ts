import type { Range } from '../office/reference.ts'
import { isIn, placeOf } from '../office/reference.ts'
import {
  attributeOf,
  edited,
  type TextEdit,
  walkElements,
  withoutAttributes,
  type XmlElement,
  type XmlTag,
} from './xml-tags.ts'

export type CellsBySheet = ReadonlyMap<string, readonly Range[]>

function addition(tag: XmlTag, attribute: string): TextEdit {
  const at = tag.end - (tag.kind === 'empty' ? 2 : 1)
  return { start: at, end: at, text: attribute }
}

/** The order of computing without the cells that are computed no more; undefined where nothing is left of it. */
export function withoutCells(chain: string, gone: CellsBySheet): string | undefined {
  const edits: TextEdit[] = []
  let kept = 0
  let sheet = ''
  let isSheetUnsaid = false
  const entry = ({ tag, end }: XmlElement): void => {
    const place = placeOf(attributeOf(tag, 'r') ?? '')
    const own = attributeOf(tag, 'i')
    // An entry without a sheet is of the same one as the entry before.
    sheet = own ?? sheet
    if (place && gone.get(sheet)?.some((range) => isIn(range, place))) {
      edits.push({ start: tag.start, end, text: '' })
      isSheetUnsaid ||= own !== undefined
      return
    }
    kept++
    if (isSheetUnsaid && own === undefined) edits.push(addition(tag, ` i="${sheet}"`))
    isSheetUnsaid = false
  }
  walkElements(chain, {
    close(element) {
      if (element.tag.name === 'c') entry(element)
    },
  })
  return kept > 0 ? edited(chain, edits) : undefined
}

export function askingToCompute(workbook: string): string {
  const edits: TextEdit[] = []
  walkElements(workbook, {
    open(tag) {
      if (tag.name !== 'calcPr' || /^(?:1|true)$/.test(attributeOf(tag, 'fullCalcOnLoad') ?? '')) return
      const start = tag.end - (tag.kind === 'empty' ? 2 : 1) - tag.attributes.length
      const others = withoutAttributes(tag.attributes, 'fullCalcOnLoad').trimEnd()
      edits.push({ start, end: start + tag.attributes.length, text: `${others} fullCalcOnLoad="1"` })
    },
  })
  return edited(workbook, edits)
}

export function withoutPart(list: string, names: (tag: XmlTag) => boolean): string {
  const edits: TextEdit[] = []
  walkElements(list, {
    close({ tag, end }) {
      if (names(tag)) edits.push({ start: tag.start, end, text: '' })
    },
  })
  return edited(list, edits)
}
