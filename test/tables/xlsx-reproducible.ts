import { unzipSync } from 'fflate'
import { zipped } from '../../src/office/zip.ts'

/**
 * Column widths count digits of the workbook's first font. exceljs always writes Calibri, which few machines
 * without Office have; Arial, or Liberation Sans for it, is as wide on all of them.
 */
function withCommonFont(xml: string): string {
  return xml.replace(/<font>.*?<\/font>/, '<font><sz val="10"/><name val="Arial"/><family val="2"/></font>')
}

/** exceljs draws the id that joins a data bar's two halves by lot. */
function withFixedIds(xml: string): string {
  const ids = [...xml.matchAll(/<x14:id>(\{[^}]*\})/g)].map(([, id]) => id ?? '')
  return ids.reduce((text, id, index) => {
    const number = String(index + 1).padStart(12, '0')
    return text.replaceAll(id, `{00000000-0000-4000-8000-${number}}`)
  }, xml)
}

/** exceljs leaves the rows of a print area relative. */
export function withFixedAreas(xml: string): string {
  return xml.replace(/!(\$[A-Z]+)(\d+):(\$[A-Z]+)(\d+)</g, '!$1$$$2:$3$$$4<')
}

const changes: Readonly<Record<string, (xml: string) => string>> = {
  'xl/workbook.xml': withFixedAreas,
  'xl/styles.xml': withCommonFont,
  'xl/worksheets/sheet2.xml': withFixedIds,
}

/** What exceljs writes differently at every run, or otherwise than Excel would. */
export function reproducible(bytes: Uint8Array): Uint8Array {
  const files = Object.entries(unzipSync(bytes) ?? {}).filter(([name]) => !name.endsWith('/'))
  const parts = files.map(([name, part]) => {
    const change = changes[name]
    const text = change?.(new TextDecoder().decode(part))
    return [name, text === undefined ? part : new TextEncoder().encode(text)] as const
  })
  return zipped(Object.fromEntries(parts))
}
