export function pageText(bytes: Uint8Array): string | undefined {
  for (const encoding of encodingsOf(bytes)) {
    const text = decode(bytes, encoding)
    if (text !== undefined) return text
  }
  return undefined
}

const searchedForCharset = 4096

/** UTF-8 is never mistaken for another; a page's own word is often wrong, and needed only against Big5. */
function encodingsOf(bytes: Uint8Array): readonly string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le']
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be']
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, searchedForCharset))
  if (start.includes('\0')) return [start.startsWith('\0') ? 'utf-16be' : 'utf-16le']
  return ['utf-8', /(?:charset|encoding)\s*=\s*["']?\s*big5/i.test(start) ? 'big5' : 'gb18030']
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
