import type { Io } from '../io/io.ts'

/** Where findings are said beside the result; a quiet run keeps them to itself until they matter. */
export function asideOf(io: Io, quiet: boolean): { readonly io: Io; readonly release: () => Promise<void> } {
  if (!quiet) return { io: { ...io, out: io.err }, release: async () => undefined }
  let held = ''
  const write = async (text: string | Uint8Array): Promise<void> => {
    held += text
  }
  return { io: { ...io, out: { ...io.err, write } }, release: async () => await io.err.write(held) }
}
