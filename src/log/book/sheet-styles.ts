import { builtInStyle, type NumberStyle, styleOfFormat } from '../../office/number-format.ts'
import { walkXml } from '../../office/xml-walk.ts'

export function readStyles(part: Uint8Array): readonly NumberStyle[] {
  const formats = new Map<number, NumberStyle>()
  const styles: NumberStyle[] = []
  let isInCellFormats = false
  walkXml(part, {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') formats.set(Number(numFmtId), styleOfFormat(formatCode))
      else if (name === 'cellXfs') isInCellFormats = true
      else if (name === 'xf' && isInCellFormats) {
        styles.push(formats.get(Number(numFmtId)) ?? builtInStyle(Number(numFmtId)))
      }
    },
    close(name) {
      if (name === 'cellXfs') isInCellFormats = false
    },
  })
  return styles
}
