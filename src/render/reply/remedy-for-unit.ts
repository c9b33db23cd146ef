const command = /(?:^|[^-])--[a-z]|ipcase/

/** 要让台账也一致, 整份都是乱码的: they only say when, and what to do then was left out. */
const isCondition = /的$|^(?:确?要|如果)/

/** Clauses of one sentence, without those that speak of the program's own options. */
function withoutCommands(sentence: string): string {
  if (!command.test(sentence)) return sentence
  const kept = sentence.split('，').filter((clause) => !command.test(clause))
  return isCondition.test(kept.at(-1) ?? '') ? '' : kept.join('，').replace(/^或/, '')
}

/**
 * What to do, said to a unit that need not have ipcase: 用 --unit 写明 is an answer for whoever ran it. The rules word
 * one remedy for both, so that the two never differ in anything else.
 */
export function remedyForUnit(remedy: string): string {
  if (!command.test(remedy)) return remedy
  const sentences = remedy.split(/(?<=[。；])/).map((sentence) => sentence.replace(/[。；]$/, ''))
  const kept = sentences.map(withoutCommands).filter((sentence) => sentence !== '')
  return kept.length === 0 ? remedy : `${kept.join('；')}。`
}
