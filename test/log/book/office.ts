import { zipSync } from 'fflate'

/** The parts of an Office file by name, to be changed before they are packed. */
export type OfficeParts = Readonly<Record<string, string>>

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const relations = `xmlns:r="${office}/relationships"`

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

export interface RelationSource {
  readonly id: string
  readonly type: string
  readonly target: string
}

export function relationsPart(all: readonly RelationSource[]): string {
  const items = all.map(({ id, type, target }) => {
    const mode = type === 'hyperlink' ? ' TargetMode="External"' : ''
    return `<Relationship Id="${id}" Type="${office}/relationships/${type}" Target="${escaped(target)}"${mode}/>`
  })
  const vocabulary = 'http://schemas.openxmlformats.org/package/2006/relationships'
  return `${declaration}<Relationships xmlns="${vocabulary}">${items.join('')}</Relationships>`
}

const vendor = 'application/vnd.openxmlformats'
const sheetTypes = `${vendor}-officedocument.spreadsheetml`

/** Content types by the names that parts of a kind have. */
const contentTypes: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook\.xml$/, `${sheetTypes}.sheet.main+xml`],
  [/^xl\/worksheets\/[^/]+$/, `${sheetTypes}.worksheet+xml`],
  [/^xl\/chartsheets\/[^/]+$/, `${sheetTypes}.chartsheet+xml`],
  [/^xl\/styles\.xml$/, `${sheetTypes}.styles+xml`],
  [/^xl\/sharedStrings\.xml$/, `${sheetTypes}.sharedStrings+xml`],
  [/^xl\/comments/, `${sheetTypes}.comments+xml`],
  [/^xl\/drawings\/[^/]+\.xml$/, `${vendor}-officedocument.drawing+xml`],
  [/^xl\/charts\/[^/]+$/, `${vendor}-officedocument.drawingml.chart+xml`],
  [/^word\/document\.xml$/, `${vendor}-officedocument.wordprocessingml.document.main+xml`],
]

function contentTypesPart(names: readonly string[]): string {
  const overrides = names.flatMap((name) => {
    const type = contentTypes.find(([pattern]) => pattern.test(name))?.[1]
    return type ? `<Override PartName="/${name}" ContentType="${type}"/>` : []
  })
  const defaults = [
    ['rels', `${vendor}-package.relationships+xml`],
    ['xml', 'application/xml'],
    ['vml', `${vendor}-officedocument.vmlDrawing`],
  ].map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`)
  const vocabulary = 'http://schemas.openxmlformats.org/package/2006/content-types'
  return `${declaration}<Types xmlns="${vocabulary}">${defaults.join('')}${overrides.join('')}</Types>`
}

/** With the list of content types, where the parts make an Office file. */
export function packed(parts: OfficeParts): Uint8Array {
  const types = '_rels/.rels' in parts ? { '[Content_Types].xml': contentTypesPart(Object.keys(parts)) } : {}
  const files = Object.entries({ ...types, ...parts }).map(
    ([name, text]) => [name, new TextEncoder().encode(text)] as const,
  )
  return zipSync(Object.fromEntries(files), { mtime: '1980-01-01T12:00:00' })
}

function packageParts(main: string): OfficeParts {
  return { '_rels/.rels': relationsPart([{ id: 'rId1', type: 'officeDocument', target: main }]) }
}

const sheetVocabulary = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

export interface WorkbookSource {
  /** The inside of each worksheet, by name. */
  readonly sheets: Readonly<Record<string, string>>
  /** Codes of number formats; a cell names the first as style 1. */
  readonly formats?: readonly (string | number)[]
  readonly strings?: readonly string[]
  readonly bookProperties?: string
}

export function worksheet(inside: string): string {
  return `${declaration}<worksheet ${sheetVocabulary} ${relations}>${inside}</worksheet>`
}

export function workbookParts(source: WorkbookSource): OfficeParts {
  const { sheets, formats = [], strings = [], bookProperties = '' } = source
  const names = Object.keys(sheets)
  const listed = names.map(
    (name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  return {
    ...packageParts('xl/workbook.xml'),
    'xl/workbook.xml': `${declaration}<workbook ${sheetVocabulary} ${relations}>${bookProperties}<sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsPart([
      ...names.map((_, at) => ({
        id: `rId${at + 1}`,
        type: 'worksheet',
        target: `worksheets/sheet${at + 1}.xml`,
      })),
      { id: 'rIdStyles', type: 'styles', target: 'styles.xml' },
      { id: 'rIdStrings', type: 'sharedStrings', target: 'sharedStrings.xml' },
    ]),
    'xl/styles.xml': stylesPart(formats),
    'xl/sharedStrings.xml': `${declaration}<sst ${sheetVocabulary}>${strings.map((item) => `<si>${item}</si>`).join('')}</sst>`,
    ...Object.fromEntries(
      Object.values(sheets).map((inside, at) => [`xl/worksheets/sheet${at + 1}.xml`, worksheet(inside)]),
    ),
  }
}

function stylesPart(formats: readonly (string | number)[]): string {
  const codes = formats.map((format, at) =>
    typeof format === 'string' ? `<numFmt numFmtId="${164 + at}" formatCode="${escaped(format)}"/>` : '',
  )
  const styles = formats.map(
    (format, at) =>
      `<xf numFmtId="${typeof format === 'string' ? 164 + at : format}" applyNumberFormat="1"/>`,
  )
  const first = '<font><sz val="11"/><name val="宋体"/></font>'
  return `${declaration}<styleSheet ${sheetVocabulary}><numFmts count="${formats.length}">${codes.join('')}</numFmts><fonts count="1">${first}</fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="${formats.length + 1}"><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`
}

export interface Cell {
  readonly value: string | number
  readonly style?: number
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

export function cellXml(reference: string, cell: string | number | Cell): string {
  const { value, style = 0 } = typeof cell === 'object' ? cell : { value: cell }
  if (value === '') return ''
  return typeof value === 'number'
    ? `<c r="${reference}" s="${style}"><v>${value}</v></c>`
    : `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}

/** sheetData of the given rows, from the first row on. */
export function sheetData(rows: readonly (readonly (string | number | Cell)[])[]): string {
  const lines = rows.map((cells, at) => {
    const inside = cells.map((cell, column) => cellXml(`${letters[column]}${at + 1}`, cell))
    return `<row r="${at + 1}">${inside.join('')}</row>`
  })
  return `<sheetData>${lines.join('')}</sheetData>`
}

const wordVocabulary = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

export function wordParts(body: string, links: readonly RelationSource[] = []): OfficeParts {
  return {
    ...packageParts('word/document.xml'),
    'word/document.xml': `${declaration}<w:document ${wordVocabulary} ${relations} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationsPart(links),
  }
}
