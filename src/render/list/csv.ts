/** Excel takes a file for UTF-8 only when it begins with this. */
export const byteOrderMark = '\uFEFF'

// What a spreadsheet would run: = + @ in either width, a minus before anything, leading control characters.
// One that was made safe before gets a second apostrophe, so that reading takes back exactly one.
const runnable = /^(?:'*(?:[=+@＝＋＠]|[-－]\S)|[\t\r\n])/

function csvCell(text: string): string {
  const safe = runnable.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function csvRecord(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}
