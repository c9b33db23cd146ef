import { create, type Font } from 'fontkit'

export interface Typeface {
  readonly name: string
  readonly bytes: Buffer
  /** Which font of a collection (.ttc); undefined for a file of one. */
  readonly member: string | undefined
  readonly font: Font
}

function isSimplified(font: Font): boolean {
  return /SC|sc-|GB|Hans|CN/.test(font.postscriptName)
}

/** undefined: not a font, or a damaged one. */
export function openTypeface(name: string, file: Uint8Array): Typeface | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  try {
    const opened = create(bytes)
    if (!('fonts' in opened)) return { name, bytes, member: undefined, font: opened }
    const font = opened.fonts.find(isSimplified) ?? opened.fonts[0]
    return font && { name, bytes, member: font.postscriptName, font }
  } catch {
    return undefined
  }
}

/** The font's own word on its licence: it is not to be embedded in files. */
export function forbidsEmbedding({ font }: Typeface): boolean {
  return font['OS/2']?.fsType?.noEmbedding ?? false
}
