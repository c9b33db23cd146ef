import { CFB } from '@e965/xlsx'

/** An Office container of before 2007 with one stream. */
export function container(stream: string, content: Uint8Array): Uint8Array {
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, `/${stream}`, Buffer.from(content))
  return new Uint8Array(CFB.write(file, { type: 'buffer' }))
}

/** A record of an Excel stream: its type, its length, its data. */
export function record(type: number, ...data: readonly (Uint8Array | number)[]): Buffer {
  const bytes = Buffer.concat(
    data.map((part) => (typeof part === 'number' ? Buffer.from([part & 0xff, part >> 8]) : part)),
  )
  return Buffer.concat([Buffer.from(Uint16Array.of(type, bytes.length).buffer), bytes])
}
