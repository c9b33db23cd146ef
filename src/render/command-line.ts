import { visible } from './printable.ts'

/** As a shell takes it; only what no Windows path holds asks for the quotes that Windows does not know. */
function quoted(word: string): string {
  if (/^[\w./\\:=@%+,~—（）〔〕㐀-鿿-]+$/.test(word)) return word
  return /["$`!]/.test(word) ? `'${word.replaceAll("'", `'\\''`)}'` : `"${word}"`
}

/** What was typed, to be run once more: with `--force` where the files of this run would stand in its way. */
export function repeated(words: readonly string[], hasWritten: boolean): string {
  return commandLine(...words, ...(hasWritten && !words.includes('--force') ? ['--force'] : []))
}

export function commandLine(...words: readonly string[]): string {
  return ['ipcase', ...words.map(quoted)].map(visible).join(' ')
}
