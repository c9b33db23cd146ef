import { attributeOf, walkTags } from '../office/xml-walk.ts'
import { edited, type TextEdit, withoutAttributes, writtenAttributes } from './text-edits.ts'

export function askingToCompute(workbook: string): string {
  const edits: TextEdit[] = []
  walkTags(workbook, {
    open(tag) {
      if (tag.name !== 'calcPr' || /^(?:1|true)$/.test(attributeOf(tag, 'fullCalcOnLoad') ?? '')) return
      const written = writtenAttributes(workbook, tag)
      const others = withoutAttributes(written.text, 'fullCalcOnLoad').trimEnd()
      edits.push({ ...written, text: `${others} fullCalcOnLoad="1"` })
    },
  })
  return edited(workbook, edits)
}
