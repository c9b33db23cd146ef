import type { RenderTable } from './format.ts'
import { fieldTexts } from './markers.ts'
import { bodyCharacters, fontWarnings } from './pdf/characters.ts'
import { type Fonts, letteringOf } from './pdf/lettering.ts'
import { pagesOf } from './pdf/pages.ts'
import { printed } from './pdf/paper.ts'
import { isUsable } from './pdf/trial.ts'
import { openTypeface, type Typeface } from './pdf/typeface.ts'
import type { Refusal } from './refusal.ts'

const badFont: Refusal = {
  message: '指定的字体文件不能用：不是 TrueType 或 OpenType 字体（.ttf、.otf、.ttc），或已损坏',
  remedy: '请换一个字体文件，或不用 --font。',
}

function shipped(name: string, files: ReadonlyMap<string, Uint8Array>): Typeface {
  const bytes = files.get(`fonts/${name}.ttf`)
  const typeface = bytes && openTypeface(name, bytes)
  if (typeface === undefined) throw new TypeError(`fonts/${name}.ttf was not read`)
  return typeface
}

export const renderPdf: RenderTable = async ({ table }, { files, font }) => {
  const own = font && openTypeface('own', font)
  if (font !== undefined && !(own && isUsable(own, bodyCharacters(table)))) return { refusal: badFont }
  const fonts: Fonts = { serif: shipped('NotoSerifSC', files), sans: shipped('NotoSansSC', files), own }
  const lettering = letteringOf(fonts)
  const { title, unit } = fieldTexts(table)
  const imprint = { title, author: unit, date: table.date }
  const bytes = await printed(pagesOf(table, lettering), imprint, { fonts, lettering })
  return { bytes, warnings: fontWarnings(table, fonts) }
}
