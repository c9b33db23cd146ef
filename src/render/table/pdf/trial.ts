import PDFDocument from 'pdfkit'
import { emWidth, has } from './lettering.ts'
import type { Typeface } from './typeface.ts'

/** Whether these characters can be printed in the font: a damaged one often fails only at what is taken from it. */
export function isUsable(typeface: Typeface, characters: readonly string[]): boolean {
  try {
    const held = characters.filter((character) => has(typeface, character))
    const width = emWidth(typeface, held.join(''))
    const paper = new PDFDocument({ font: '' })
    paper.registerFont(typeface.name, typeface.bytes, typeface.member)
    paper.font(typeface.name).text(held.join(''), 0, 0, { lineBreak: false })
    paper.end()
    return Number.isFinite(width)
  } catch {
    return false
  }
}
