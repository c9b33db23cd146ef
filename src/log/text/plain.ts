import type { Dialect } from './quoted.ts'

/** The cells of each line. Without a quote, by RFC 4180, text is lines and separators: no parser is needed. */
export function splitPlain(
  text: string,
  { delimiter, lineEnd }: Pick<Dialect, 'delimiter' | 'lineEnd'>,
  take: (cells: readonly string[]) => void,
): void {
  let start = 0
  let separator = text.indexOf(delimiter)
  while (start <= text.length) {
    const next = text.indexOf(lineEnd, start)
    const end = next < 0 ? text.length : next
    const cells: string[] = []
    let count = 0
    // A separator found far ahead is kept for its line, so that many lines without one are searched once.
    while (separator >= 0 && separator < end) {
      cells[count++] = text.slice(start, separator)
      start = separator + delimiter.length
      separator = text.indexOf(delimiter, start)
    }
    cells[count] = text.slice(start, end)
    take(cells)
    start = end + 1
  }
}
