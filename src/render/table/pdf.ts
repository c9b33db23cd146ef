import type { Statistics } from '../../model/table.ts'
import { dateText, headingTexts, tableLines, unitText } from './cells.ts'
import { explainedRows } from './explained.ts'
import type { Refusal, RenderTable } from './format.ts'
import { fieldTexts } from './markers.ts'
import { page } from './page.ts'
import { type PageContent, pdfDocument } from './pdf/document.ts'
import { drawn } from './pdf/drawing.ts'
import { shippedFace } from './pdf/face.ts'
import { codeText, type Faces, has, isShapeless, type Letters, lettersOf } from './pdf/letters.ts'
import { explainedPages, formPages, numbered } from './pdf/pages.ts'
import { millimetre } from './pdf/rows.ts'

const badFont: Refusal = {
  message: '指定的字体文件不能用：不是 TrueType 或 OpenType 字体（.ttf、.otf、.ttc），或已损坏',
  remedy: '请换一个字体文件，或不用 --font。',
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.join(''))].filter((character) => character !== '\n' && !isShapeless(character))
}

function bodyCharacters({ table, explained }: Statistics): readonly string[] {
  const cells = tableLines(table).flatMap((line) => (line.kind === 'nil' ? [line.text] : line.cells))
  const behind = explainedRows(explained).flat()
  return distinct([...cells, ...behind, unitText(table), dateText(table), fieldTexts(table).note])
}

const namedAtMost = 20

function named(characters: readonly string[]): string {
  const names = characters.slice(0, namedAtMost).map((character) => `${character}（${codeText(character)}）`)
  return names.join('、') + (characters.length > namedAtMost ? ' 等' : '')
}

function lackWarnings(statistics: Statistics, { serif, sans, own }: Faces): readonly string[] {
  const body = bodyCharacters(statistics)
  const { title, label } = fieldTexts(statistics.table)
  const faces = own === undefined ? [serif, sans] : [own, serif, sans]
  const nowhere = distinct([...body, title, label, ...headingTexts]).filter(
    (character) => !faces.some((face) => has(face, character)),
  )
  const elsewhere = body.filter((character) => own && !has(own, character) && !nowhere.includes(character))
  return [
    ...(elsewhere.length > 0
      ? [`指定的字体缺 ${elsewhere.length} 个字，已用内置字体印出：${named(elsewhere)}`]
      : []),
    ...(nowhere.length > 0
      ? [`字体中没有 ${nowhere.length} 个字，已印成编码：${named(nowhere)}；可用 --font 指定收有这些字的字体`]
      : []),
  ]
}

function shipped(file: string, name: string, files: ReadonlyMap<string, Uint8Array>) {
  const bytes = files.get(`fonts/${file}.ttf`)
  if (bytes === undefined) throw new TypeError(`fonts/${file}.ttf was not read`)
  return shippedFace(name, bytes)
}

/** The library that reads any font is loaded for a font of the bureau's own alone. */
async function ownFontOf(statistics: Statistics, font: Uint8Array | undefined) {
  if (font === undefined) return undefined
  const { openOwnFont } = await import('./pdf/own-font.ts')
  return openOwnFont(font, bodyCharacters(statistics))
}

function* pagesDrawn({ table, explained }: Statistics, letters: Letters): Generator<PageContent> {
  const pages = [...formPages(table, letters), ...explainedPages(table, explained, letters)]
  for (const one of numbered(pages, letters)) yield drawn(one, letters)
}

export const renderPdf: RenderTable = async (statistics, { files, font }) => {
  const { table } = statistics
  const own = await ownFontOf(statistics, font)
  if (font !== undefined && own === undefined) return { refusal: badFont }
  const faces: Faces = {
    serif: shipped('NotoSerifSC', 'NotoSerifSC-Regular', files),
    sans: shipped('NotoSansSC', 'NotoSansSC-Medium', files),
    own: own?.face,
  }
  const letters = lettersOf(faces)
  const { title, unit } = fieldTexts(table)
  const size = [page.width * millimetre, page.height * millimetre] as const
  const bytes = pdfDocument(pagesDrawn(statistics, letters), letters.fonts, {
    title,
    author: unit,
    date: table.date,
    size,
  })
  const licence = own?.forbidsEmbedding ? [`字体“${own.face.name}”声明不得嵌入文件，请确认已获授权`] : []
  return { bytes, warnings: [...licence, ...lackWarnings(statistics, faces)] }
}
