// Types of records; a part of a stream begins differently in each version.
const beginnings: readonly number[] = [0x0009, 0x0209, 0x0409, 0x0809]
const end = 0x000a
const password = 0x002f
const sheet = 0x0085

/** The reader keeps quiet about a stream that breaks off: every part must end, and every sheet be there. */
export function checkStream(stream: Uint8Array): 'sound' | 'encrypted' | 'damaged' {
  const begun = new Set<number>()
  const sheets: number[] = []
  let open = 1
  for (const { type, at, data, depth } of recordsOf(stream)) {
    if (type === password) return 'encrypted'
    if (beginnings.includes(type)) begun.add(at)
    else if (type === sheet && data.byteLength >= 4) sheets.push(data.getUint32(0, true))
    open = depth
  }
  return open === 0 && sheets.every((at) => begun.has(at)) ? 'sound' : 'damaged'
}

interface OldRecord {
  readonly type: number
  readonly at: number
  readonly data: DataView
  readonly depth: number
}

/** Up to the last part's end; some writers fill the rest with zeros. */
function* recordsOf(stream: Uint8Array): Generator<OldRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  let depth = 0
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = view.getUint16(at, true)
    const length = view.getUint16(at + 2, true)
    if (beginnings.includes(type)) depth++
    else if (depth === 0) return
    else if (type === end) depth--
    if (at + 4 + length > stream.length) return
    yield { type, at, data: new DataView(stream.buffer, stream.byteOffset + at + 4, length), depth }
    at += 4 + length
  }
}
