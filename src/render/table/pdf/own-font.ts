import { create, type Font } from 'fontkit'
import type { Face, FontFile } from './face.ts'

export interface OwnFont {
  readonly face: Face
  /** The font's own word on its licence: it is not to be embedded in files. */
  readonly forbidsEmbedding: boolean
}

function isSimplified(font: Font): boolean {
  return /SC|sc-|GB|Hans|CN/.test(font.postscriptName)
}

function fontIn(file: Uint8Array): Font | undefined {
  const opened = create(Buffer.from(file.buffer, file.byteOffset, file.byteLength))
  return 'fonts' in opened ? (opened.fonts.find(isSimplified) ?? opened.fonts[0]) : opened
}

function faceOf(font: Font): Face {
  const subset = font.createSubset()
  const thousandths = (units: number): number => (units * 1000) / font.unitsPerEm
  const file = (): FontFile => ({
    bytes: subset.encode(),
    outlines: 'cff' in subset ? 'CFF' : 'TrueType',
    ascent: thousandths(font.ascent),
    descent: thousandths(font.descent),
    capHeight: thousandths(font.capHeight || font.ascent),
    italicAngle: font.italicAngle,
    box: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY].map(thousandths) as Box,
  })
  return {
    name: font.postscriptName,
    glyphOf: (codePoint) => {
      if (!font.hasGlyphForCodePoint(codePoint)) return undefined
      const glyph = font.glyphForCodePoint(codePoint)
      // Its number among those taken, whatever fontkit's types say.
      return { code: Number(subset.includeGlyph(glyph)), width: thousandths(glyph.advanceWidth) }
    },
    file,
  }
}

type Box = [number, number, number, number]

/**
 * The bureau's font, by fontkit, because it may be of any kind. undefined: not a font, or a damaged one, which often
 * fails only when `characters` are taken from it.
 */
export function openOwnFont(file: Uint8Array, characters: readonly string[]): OwnFont | undefined {
  try {
    const font = fontIn(file)
    if (font === undefined) return undefined
    const trial = faceOf(font)
    const glyphs = characters.map((character) => trial.glyphOf(character.codePointAt(0) ?? 0))
    const { bytes } = trial.file()
    const isUsable = bytes.length > 0 && glyphs.every((glyph) => Number.isFinite(glyph?.width ?? 0))
    const forbidsEmbedding = font['OS/2']?.fsType?.noEmbedding ?? false
    return isUsable ? { face: faceOf(font), forbidsEmbedding } : undefined
  } catch {
    return undefined
  }
}
