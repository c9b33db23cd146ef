import { unzipSync, zipSync } from 'fflate'

/** The files of an Office document by their name inside it, in the document's own order. */
export type Parts = Readonly<Record<string, Uint8Array>>

// A zip entry keeps local time, so a time without zone is the same bytes everywhere; 1980 is the format's first year.
const entryTime = '1980-01-01T12:00:00'

export function zipped(parts: Parts): Uint8Array {
  return zipSync({ ...parts }, { mtime: entryTime, level: 6 })
}

/** undefined: not a zip, or a broken one. */
export function unzipped(bytes: Uint8Array): Parts | undefined {
  try {
    return unzipSync(bytes)
  } catch {
    return undefined
  }
}
