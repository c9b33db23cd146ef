import { unzipSync, zipSync } from 'fflate'

export type Parts = Map<string, Uint8Array>

/** The archive's files in its order; undefined for bytes that are no zip archive or a broken one. */
export function unzip(bytes: Uint8Array): Parts | undefined {
  try {
    return new Map(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')))
  } catch {
    return undefined
  }
}

// Without an offset: fflate writes local clock time, so the same bytes come out in every zone. As Office does.
const entryTime = '1980-01-01T00:00:00'

export function zip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(parts), { mtime: entryTime })
}
