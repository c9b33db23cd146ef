import { ExitCode, UserError } from '../io/io.ts'
import { nearest } from '../model/nearest.ts'
import { lookOf } from '../outputs/look.ts'
import { explainFormats } from '../render/explain.ts'
import { rules } from '../rules/index.ts'
import { defineCommand } from './command.ts'
import * as option from './options.ts'

type FormatName = keyof typeof explainFormats

const formatNames = Object.keys(explainFormats) as readonly FormatName[]

/** By its name, or by the words that stand on the screen for it. */
function find(words: string) {
  const all = rules.flatMap(({ subject, rules: group }) => group.map((rule) => ({ rule, subject })))
  const found = all.find(({ rule }) => rule.id === words || rule.summary === words)
  if (found) return found
  const ids = all.map(({ rule }) => rule.id)
  const holding = all.filter(({ rule }) => rule.id.includes(words) || rule.summary.includes(words))
  const near = holding.length > 0 ? holding.map(({ rule }) => rule.id).join('、') : nearest(words, ids)
  const guess = near === undefined ? '' : `您要的可能是 ${near}。`
  throw new UserError(`没有规则 ${words}`, `${guess}全部规则见 ipcase explain。`)
}

export default defineCommand({
  operands: [{ name: '规则', summary: '规则名称；不写时列出全部规则', required: false, many: false }],
  options: { format: option.formatOption(formatNames), color: option.colorOption },
  examples: [
    { line: 'explain', does: '列出全部规则' },
    { line: 'explain url-missing', does: '看一条规则的缘由、处理办法和例子' },
  ],
  async run({ operands: [id], options }, io) {
    const format = explainFormats[options.format ?? 'text']
    const look = lookOf(options, io)
    if (id === undefined) await io.out.write(format.list(rules, look))
    else {
      const { rule, subject } = find(id)
      await io.out.write(format.rule(rule, subject, look))
    }
    return ExitCode.done
  },
})
