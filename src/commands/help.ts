import { displayWidth, padEnd } from '../render/width.ts'
import { wrap } from '../render/wrap.ts'
import type { Option } from './command.ts'
import type { CommandEntry } from './index.ts'
import { isNegatable, type NamedCommand, negation, usageLine } from './usage.ts'

interface HelpLine {
  readonly term: string
  readonly text: string
}

type Columns = number | undefined

const helpLine: HelpLine = { term: '-h, --help', text: '显示帮助' }

const termLimit = 32

function spread(lines: readonly HelpLine[], columns: Columns): string {
  const widths = lines.map(({ term }) => displayWidth(term)).filter((one) => one <= termLimit)
  const indent = Math.max(0, ...widths) + 4
  const width = columns === undefined ? Number.POSITIVE_INFINITY : Math.max(20, columns - indent)
  return lines
    .map(({ term, text }) => {
      const body = wrap(text, width).join(`\n${' '.repeat(indent)}`)
      const gap = displayWidth(term) > termLimit ? `\n${' '.repeat(indent)}` : ''
      return `${padEnd(`  ${term}`, gap === '' ? indent : 0)}${gap}${body}\n`
    })
    .join('')
}

function block(title: string, lines: readonly HelpLine[], columns: Columns): string {
  return lines.length === 0 ? '' : `\n${title}：\n${spread(lines, columns)}`
}

function optionLine(option: Option): HelpLine {
  const notes = [
    ...(option.choices === undefined ? [] : [`可选：${option.choices.join('、')}`]),
    ...(option.kind === 'list' ? ['可重复'] : []),
    ...(option.default === undefined ? [] : [`默认：${option.default}`]),
  ]
  const term = isNegatable(option) ? `${option.flags}, ${negation(option)}` : option.flags
  // Long names stand under each other, whether a short one precedes or not.
  const aligned = term.startsWith('--') ? `    ${term}` : term
  return { term: aligned, text: `${option.summary}${notes.length > 0 ? `（${notes.join('；')}）` : ''}` }
}

export function overview(commands: readonly CommandEntry[], columns: Columns): string {
  const entries = commands.map(({ name, summary }) => ({ term: name, text: summary }))
  return [
    'ipcase：核对知识产权行政案件台账，生成统计表\n',
    '\n用法：ipcase <命令> [选项] [参数...]\n',
    block('命令', entries, columns),
    block('选项', [helpLine, { term: '-V, --version', text: '显示版本号' }], columns),
    '\n每个命令的用法见 ipcase help <命令>。\n',
  ].join('')
}

export function commandHelp(
  { name, summary, command }: CommandEntry & NamedCommand,
  columns: Columns,
): string {
  const operands = command.operands.map((operand) => ({ term: operand.name, text: operand.summary }))
  const usual = command.usual ?? []
  const listed = Object.entries(command.options)
  const first = usual.flatMap((key) => command.options[key] ?? []).map(optionLine)
  const rest = listed.filter(([key]) => !usual.includes(key)).map(([, option]) => optionLine(option))
  const examples = command.examples.map(({ line, does }) => `  ipcase ${line}\n      ${does}\n`)
  return [
    `${summary}\n`,
    `\n用法：${usageLine({ name, command })}\n`,
    block('参数', operands, columns),
    block('常用选项', first, columns),
    block(first.length > 0 ? '其余选项' : '选项', [...rest, helpLine], columns),
    examples.length === 0 ? '' : `\n示例：\n${examples.join('')}`,
  ].join('')
}
