import { wrap } from './wrap.ts'

/** One text whose further lines begin `indent` columns in; unbroken where no width is known. */
export function hang(text: string, columns: number | undefined, indent: number): string {
  if (columns === undefined) return text
  return wrap(text, Math.max(20, columns - indent)).join(`\n${' '.repeat(indent)}`)
}
