/** Node decodes GB18030 and does not encode it: the way back, looked up once. */
function table(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const sign = decoder.decode(Uint8Array.of(lead, trail))
      if (!codes.has(sign)) codes.set(sign, [lead, trail])
    }
  }
  return codes
}

let codes: ReadonlyMap<string, readonly number[]> | undefined

/** The bytes a Chinese Excel or WPS writes; two-byte characters and ASCII. */
export function gb18030(text: string): Buffer {
  codes ??= table()
  const known = codes
  return Buffer.from(
    [...text].flatMap((sign) => {
      if (sign < '\u0080') return sign.charCodeAt(0)
      const code = known.get(sign)
      if (code === undefined) throw new RangeError(`not a two-byte character: ${sign}`)
      return code
    }),
  )
}
