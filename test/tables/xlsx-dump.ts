import { createHash } from 'node:crypto'
import ExcelJS, { type Cell, type Row, type Worksheet } from 'exceljs'

function mm(inches: number | undefined): string {
  return ((inches ?? 0) * 25.4).toFixed(0)
}

function contentOf(cell: Cell): string {
  const { value } = cell
  if (value instanceof Date) return `日期 ${value.toISOString().slice(0, 10)}（${cell.numFmt}）`
  if (typeof value === 'number') return `数 ${value}`
  return JSON.stringify(cell.text)
}

function lookOf({ font, alignment, border }: Cell): string {
  const parts = [
    `${font?.name} ${font?.size}`,
    alignment?.horizontal ?? '',
    alignment?.vertical ?? '',
    alignment?.wrapText ? '换行' : '',
    border?.top && border.bottom && border.left && border.right ? '框' : '',
  ]
  return parts.filter((part) => part !== '').join(' ')
}

function isCovered(cell: Cell): boolean {
  return cell.isMerged && cell.master.address !== cell.address
}

function rowLines(row: Row): readonly string[] {
  const lines: string[] = []
  row.eachCell({ includeEmpty: true }, (cell) => {
    if (isCovered(cell)) return
    const text = cell.value === null ? '' : ` ${contentOf(cell)}`
    const link = cell.hyperlink ? ` → ${cell.hyperlink}` : ''
    lines.push(`  ${cell.address} [${lookOf(cell)}]${text}${link}`)
  })
  return [`行 ${row.number} 高 ${row.height}`, ...lines]
}

function setUpLines({ name, pageSetup, headerFooter, views, columns, model }: Worksheet): readonly string[] {
  const { margins = {}, fitToWidth, fitToHeight, paperSize, orientation } = pageSetup
  const { top, bottom, left, right } = margins as Partial<Record<string, number>>
  return [
    `工作表 ${name}`,
    `纸 ${paperSize === 9 ? 'A4' : paperSize} ${orientation} 宽 ${fitToWidth} 页 高 ${fitToHeight} 页`,
    `页边距 上 ${mm(top)} 下 ${mm(bottom)} 左 ${mm(left)} 右 ${mm(right)}`,
    `打印区域 ${pageSetup.printArea} 顶端标题行 ${pageSetup.printTitlesRow}`,
    `页脚 ${headerFooter.oddFooter}`,
    `冻结 ${views.map((view) => ('ySplit' in view ? view.ySplit : 0)).join()}`,
    `列宽 ${(columns ?? []).map(({ width }) => width?.toFixed(1)).join(' ')}`,
    `合并 ${(model.merges ?? []).join(' ')}`,
  ]
}

interface Format {
  readonly ref: string
  readonly rules: readonly { readonly type: string }[]
}

/** exceljs reads them and does not declare them. */
function ruleLines(sheet: Worksheet): readonly string[] {
  const formats: readonly Format[] = Reflect.get(sheet, 'conditionalFormattings') ?? []
  return formats.map(({ ref, rules }) => `条件格式 ${ref} ${rules.map(({ type }) => type).join()}`)
}

/** What a reviewer would look for in Excel, as text; read by another program than the one that wrote it. */
export async function dumpWorkbook(bytes: Uint8Array): Promise<string> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  const { created, modified } = workbook
  const hash = `SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`
  const dates = `建立 ${created.toISOString()} 修改 ${modified.toISOString()}`
  const sheets = workbook.worksheets.map((sheet) => {
    const rows: string[] = []
    sheet.eachRow({ includeEmpty: true }, (row) => {
      rows.push(...rowLines(row))
    })
    return [...setUpLines(sheet), ...ruleLines(sheet), ...rows].join('\n')
  })
  return `${[`${hash}\n${dates}`, ...sheets].join('\n\n')}\n`
}
