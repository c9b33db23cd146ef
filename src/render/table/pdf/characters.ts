import type { Table } from '../../../model/table.ts'
import { dateText, headingTexts, tableLines, unitText } from '../cells.ts'
import { fieldTexts } from '../markers.ts'
import { codeOf, type Fonts, has, isShapeless } from './lettering.ts'
import { forbidsEmbedding } from './typeface.ts'

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.join(''))].filter((character) => character !== '\n' && !isShapeless(character))
}

export function bodyCharacters(table: Table): readonly string[] {
  const cells = tableLines(table).flatMap((line) => (line.kind === 'nil' ? [line.text] : line.cells))
  return distinct([...cells, unitText(table), dateText(table), fieldTexts(table).note])
}

const namedAtMost = 20

function named(characters: readonly string[]): string {
  const names = characters.slice(0, namedAtMost).map((character) => `${character}（${codeOf(character)}）`)
  return names.join('、') + (characters.length > namedAtMost ? ' 等' : '')
}

function lackingSomewhere(table: Table, { serif, sans, own }: Fonts): readonly string[] {
  const body = bodyCharacters(table)
  const { title, label } = fieldTexts(table)
  const fonts = own === undefined ? [serif, sans] : [own, serif, sans]
  const nowhere = distinct([...body, title, label, ...headingTexts]).filter(
    (character) => !fonts.some((font) => has(font, character)),
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

export function fontWarnings(table: Table, fonts: Fonts): readonly string[] {
  const { own } = fonts
  const licence =
    own !== undefined && forbidsEmbedding(own)
      ? [`字体“${own.font.familyName}”声明不得嵌入文件，请确认已获授权`]
      : []
  return [...licence, ...lackingSomewhere(table, fonts)]
}
