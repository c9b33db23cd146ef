import { createHash } from 'node:crypto'

/** What some system forbids in a name, what would leave the folder, and what stands for something else here. */
const unsafe = /[<>:"/\\|?*%.~\s\p{Cc}\p{Cf}\p{Cs}]/gu
/** Names that are devices on Windows. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])$/i
// ext4 allows 255 bytes, with room for a number and a temporary name.
const mostBytes = 180

function escaped(character: string): string {
  const bytes = [...new TextEncoder().encode(character)]
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
}

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= mostBytes) return name
  return `${name.slice(0, 40)}~${createHash('sha256').update(name).digest('hex').slice(0, 12)}`
}

/** A unit's file name without its extension, a valid and distinct one on every system. It holds no dot. */
export function unitFileName(unitKey: string): string {
  const name = unitKey.normalize('NFC').replace(unsafe, escaped)
  return shortened(device.test(name) ? `${escaped(name.slice(0, 1))}${name.slice(1)}` : name)
}
