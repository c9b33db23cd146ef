import { attributeOf, edited, type TextEdit, walkElements, withoutAttributes } from './xml-tags.ts'

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
