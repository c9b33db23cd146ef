import { gb18030 } from '../../gb18030.ts'
import { annotated } from './annotated.ts'
import { type Cell, type OfficeParts, packed, relationsPart, sheetData, workbookParts } from './office.ts'
import { container } from './old-workbook.ts'

const headings = [
  '序号',
  '案件类型',
  '案件编号',
  '立案时间',
  '结案时间',
  '结案方式',
  '是否公开',
  '公开网址',
  '备注',
]

const site = 'https://scjg.example.gov.cn/xzcf/2024'

type Line = readonly (string | number | Cell)[]

interface CaseSource {
  readonly serial: number
  readonly type: string
  readonly number: number
  readonly filed: number
  readonly closed: number
}

/** Days as a workbook counts them; 45356 is 2024-03-05. */
const cases: readonly CaseSource[] = [
  { serial: 1, type: '商标侵权', number: 12, filed: 45356, closed: 45400 },
  { serial: 2, type: '商标侵权', number: 15, filed: 45362, closed: 45408 },
  { serial: 3, type: '商标侵权', number: 19, filed: 45371, closed: 45418 },
  { serial: 1, type: '假冒专利', number: 21, filed: 45373, closed: 45422 },
  { serial: 2, type: '假冒专利', number: 22, filed: 45383, closed: 45429 },
]

function line({ serial, type, number, filed, closed }: CaseSource, daysOff = 0): Line {
  const days = [filed, closed].map((value) => ({ value: value - daysOff, style: 1 }))
  return [
    serial,
    type,
    `朝双市监处罚〔2024〕${number}号`,
    ...days,
    '行政处罚',
    '是',
    `${site}/03${number}.html`,
    '',
  ]
}

const lines = cases.map((one) => line(one))
const above: readonly Line[] = [
  ['知识产权行政案件统计表'],
  ['填报单位：双塔区市场监督管理局', '', '', '', '', '', '时间：2024年6月5日'],
]

/** The type once for all cases that share it, as clerks merge it. */
function mergedCells(): OfficeParts {
  const once = lines.map((cells, at) =>
    cells.map((cell, column) => (column === 1 && at !== 0 && at !== 3 ? '' : cell)),
  )
  const merges = ['A1:I1', 'A2:F2', 'G2:I2', 'B4:B6', 'B7:B8'].map((ref) => `<mergeCell ref="${ref}"/>`)
  const inside = `${sheetData([...above, headings, ...once])}<mergeCells count="5">${merges.join('')}</mergeCells>`
  return workbookParts({ sheets: { 统计表: inside }, formats: [31] })
}

/** A sheet a quarter, one hidden, rows hidden by a filter, columns in another order, and a sheet that is no log. */
function severalSheets(): OfficeParts {
  const turned = [headings, ...lines.slice(3)].map((cells) => [
    ...cells.slice(1, 8),
    cells[0] ?? '',
    cells[8] ?? '',
  ])
  const parts = workbookParts({
    sheets: {
      一季度: sheetData([...above, headings, ...lines.slice(0, 2)]),
      二季度: sheetData(turned),
      补报: sheetData([headings, ...lines.slice(2, 3)]).replace('<row r="2">', '<row r="2" hidden="1">'),
      填表说明: sheetData([['每月25日前更新。']]),
    },
    formats: ['yyyy/m/d;@'],
  })
  const workbook = parts['xl/workbook.xml'] ?? ''
  return { ...parts, 'xl/workbook.xml': workbook.replace('name="补报"', 'name="补报" state="hidden"') }
}

/** A link behind words, one in a formula, one that is its own text, and one that Excel put a slash behind. */
function hyperlinks(): OfficeParts {
  const shown = ['查看公示', `${site}/0315.html`, '', 'https://scjg.example.gov.cn/xzcf']
  const linked = lines.slice(0, 4).map((cells, at) => [...cells.slice(0, 7), shown[at] ?? '', ''])
  const formula = `<c r="H4" t="str"><f>HYPERLINK("${site}/0319.html","公示页面")</f><v>公示页面</v></c>`
  const data = sheetData([headings, ...linked]).replace('</row><row r="5">', `${formula}</row><row r="5">`)
  const targets = [
    ['H2', `${site}/0312.html`],
    ['H3', `${site}/0315.html`],
    ['H5', 'https://scjg.example.gov.cn/xzcf/'],
  ]
  const links = targets.map(([ref], at) => `<hyperlink ref="${ref}" r:id="rId${at + 1}"/>`)
  const relations = targets.map(([, target = ''], at) => ({ id: `rId${at + 1}`, type: 'hyperlink', target }))
  return {
    ...workbookParts({
      sheets: { 台账: `${data}<hyperlinks>${links.join('')}</hyperlinks>` },
      formats: ['yyyy-mm-dd'],
    }),
    'xl/worksheets/_rels/sheet1.xml.rels': relationsPart(relations),
  }
}

/** As the Open XML SDK writes: a prefix before every name. */
function prefixed(): OfficeParts {
  const parts = workbookParts({ sheets: { 台账: sheetData([headings, ...lines]) }, formats: [14] })
  return Object.fromEntries(
    Object.entries(parts).map(([name, text]) => [
      name,
      name.startsWith('xl/') && !name.endsWith('.rels')
        ? text.replaceAll(/<(\/?)(?![?!])/g, '<$1x:').replace(' xmlns=', ' xmlns:x=')
        : text,
    ]),
  )
}

function date1904(): OfficeParts {
  const data = sheetData([headings, ...cases.map((one) => line(one, 1462))])
  return workbookParts({
    sheets: { 台账: data },
    formats: ['yyyy"年"m"月"d"日"'],
    bookProperties: '<workbookPr date1904="true"/>',
  })
}

/** As Excel saves a page and names it .xls: GBK, a rule for the date cells, a row more than meets the eye. */
function page(): Uint8Array {
  const rows = [
    headings,
    ...cases.map((one, at) => line(one).map((cell, column) => days[at]?.[column - 3] ?? cell)),
  ]
  const html = rows.map((cells) => {
    const inside = cells.map((cell) => ` <td class=xl65>${String(cell) || '&nbsp;'}</td>\r\n`)
    return ` <tr height=19>\r\n ${inside.join(' ')} </tr>\r\n`
  })
  return gb18030(
    `<html xmlns:x="urn:schemas-microsoft-com:office:excel">\r\n<head>\r\n<meta http-equiv=Content-Type content="text/html; charset=gb2312">\r\n<style>\r\n.xl65 {mso-number-format:"Short Date";}\r\n</style>\r\n<!--[if gte mso 9]><xml><x:ExcelWorkbook></x:ExcelWorkbook></xml><![endif]-->\r\n</head>\r\n<body>\r\n<p>填报单位：双塔区市场监督管理局　　时间：2024年6月5日</p>\r\n<table border=0 x:str>\r\n${html.join('')} <![if supportMisalignedColumns]>\r\n <tr height=0 style='display:none'><td width=72></td></tr>\r\n <![endif]>\r\n</table>\r\n</body>\r\n</html>\r\n`,
  )
}

const days = [
  ['2024/3/5', '2024/4/18'],
  ['2024/3/11', '2024/4/26'],
  ['2024/3/20', '2024/5/6'],
  ['2024/3/22', '2024/5/10'],
  ['2024/4/1', '2024/5/17'],
]

const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII='

const scan =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'

/** Fixtures that are written here, by path; those other programs made are in the same folders. */
export const fixtures: Readonly<Record<string, () => Uint8Array>> = {
  'ok/merged-cells.xlsx': () => packed(mergedCells()),
  'ok/several-sheets.xlsx': () => packed(severalSheets()),
  'ok/hyperlinks.xlsx': () => packed(hyperlinks()),
  'ok/notes-and-chart.xlsx': () =>
    packed(annotated(workbookParts({ sheets: { 台账: sheetData([headings, ...lines]) }, formats: [14] }))),
  'ok/prefixed.xlsx': () => packed(prefixed()),
  'ok/date1904.xlsx': () => packed(date1904()),
  'ok/page.xls': page,
  'refused/encrypted.xlsx': () => container('EncryptedPackage', new TextEncoder().encode('密'.repeat(64))),
  'refused/scan.pdf': () => new TextEncoder().encode(scan),
  'refused/picture.csv': () => Uint8Array.from(Buffer.from(onePixel, 'base64')),
  'refused/truncated.xlsx': () => packed(mergedCells()).subarray(0, 1500),
}
