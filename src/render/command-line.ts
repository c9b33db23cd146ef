/** As a shell takes it; only what no Windows path holds asks for the quotes that Windows does not know. */
function quoted(word: string): string {
  if (/^[\w./\\:=@%+,~—（）〔〕㐀-鿿-]+$/.test(word)) return word
  return /["$`!]/.test(word) ? `'${word.replaceAll("'", `'\\''`)}'` : `"${word}"`
}

export function commandLine(...words: readonly string[]): string {
  return ['ipcase', ...words.map(quoted)].join(' ')
}
