import * as z from 'zod'
import { day } from '../../src/model/date.ts'
import type { JudgedRound } from '../../src/model/round.ts'
import { formOf } from '../../src/programmes/form.ts'
import { type Programme, programmeSchema } from '../../src/programmes/programme.ts'
import { dayOffWords, weekdayName } from '../../src/render/deadline/words.ts'
import { deadlineOf } from '../../src/rounds/deadline.ts'
import { table } from './markdown-table.ts'

const periods: Readonly<Record<Programme['period'], string>> = {
  all: '全部案件',
  'year-to-date': '本年累计',
  'since-last': '上期以来',
}

function chineseMonthDay(text: string): string {
  return `${Number(text.slice(0, 2))}月${Number(text.slice(3))}日`
}

function dueText({ due, inclusive, recurs, year }: Programme): string {
  if (due === null) return '通知没有规定，不作提示，报表照常可以出'
  const days =
    due.every === 'month'
      ? `每月${due.day}日`
      : `${recurs ? '每年' : `${year}年`}${due.days.map(chineseMonthDay).join('、')}`
  return `${days}前（${inclusive ? '含' : '不含'}当日）`
}

function otherYears({ recurs, year }: Programme): string {
  return recurs
    ? `其他年份的日期按 ${year} 年通知推定，以当年通知为准。`
    : `只此一次，${year} 年以外没有报送安排。`
}

function noticeText({ source, year }: Programme): string {
  const { issuer, title, number } = source
  return [issuer, number === null ? title : `${title}（${number}）`, `${year} 年`].filter(Boolean).join('，')
}

function formText(programme: Programme): string {
  const { title, borrowedFrom } = formOf(programme)
  return borrowedFrom === null
    ? `《${title}》，通知所附`
    : `通知没有印发表式，借用 ${borrowedFrom.id} 的《${title}》`
}

function unitText({ name, code, aliases }: Programme['units'][number]): string {
  const more = [code ?? [], aliases.length > 0 ? `简称 ${aliases.join('、')}` : []].flat().join('，')
  return more === '' ? name : `${name}（${more}）`
}

function facts(programme: Programme): readonly string[] {
  const { roles, deliverables, types, units, mergesUpward, period } = programme
  return [
    `通知：${noticeText(programme)}`,
    `报送：${roles.reports} → ${roles.collects}${mergesUpward ? '，逐级汇总' : ''}`,
    `材料：${deliverables.map(({ name }) => name).join('、')}`,
    `期限：${dueText(programme)}`,
    `表式：${formText(programme)}`,
    `案件类型：${types.join('、')}`,
    `统计期间：${periods[period]}（\`--period\` 可改）`,
    ...(units.length === 0 ? [] : [`单位：${units.map(unitText).join('；')}`]),
  ]
}

function roundRow(round: JudgedRound): readonly string[] {
  const { id, due, dayOff, lastWorkingDay } = round
  return [id, `${due}（${weekdayName(due)}）`, dayOffWords(dayOff), lastWorkingDay ?? '未知']
}

function roundsText(programme: Programme): readonly string[] {
  const { rounds } = deadlineOf({ programme, asOf: day(`${programme.year}-01-01`) })
  if (rounds.length === 0) return []
  const headings = ['期次', '截止日', '当日', '最后工作日']
  return [`${programme.year} 年各期：`, table(headings, rounds.map(roundRow)), otherYears(programme)]
}

/** A notice that nobody issued, with most of what a file may say. */
export const exampleFile = {
  id: 'linjiang',
  name: '临江市 2026 年知识产权执法专项行动',
  year: 2026,
  source: {
    title: '关于开展知识产权执法专项行动的通知',
    number: '临市监〔2026〕8号',
    quotes: [{ about: '报送期限', text: '各区于每季度末月25日前报送案件统计表。' }],
  },
  due: { every: 'year', days: ['03-25', '06-25', '09-25', '12-25'] },
  types: ['商标侵权', '假冒专利'],
  units: [{ name: '江南区', aliases: ['江南'] }, { name: '江北区' }],
}

function programmeText(programme: Programme): string {
  return [
    `## ${programme.id}`,
    `**${programme.name}**`,
    facts(programme)
      .map((fact) => `- ${fact}`)
      .join('\n'),
    ...roundsText(programme),
    '通知原文：',
    programme.source.quotes.map(({ about, text }) => `> ${about}：${text}`).join('\n>\n'),
  ].join('\n\n')
}

/** A list of words on one line. */
function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/\[\s+([^[\]{}]*?)\s+\]/g, (_, words: string) => {
    return `[${words.replace(/\s*\n\s*/g, ' ')}]`
  })
}

interface Key {
  readonly description?: string
  readonly default?: unknown
}

function keyRow([key, { description = '', default: value }]: readonly [string, Key]): readonly string[] {
  return [`\`${key}\``, description, value === undefined ? '' : `\`${JSON.stringify(value)}\``]
}

function ownFileText(): string {
  const { properties, required } = z.toJSONSchema(programmeSchema, { io: 'input' })
  const keys = Object.entries((properties ?? {}) as Readonly<Record<string, Key>>)
  const must = (required ?? []).map((key) => `\`${key}\``).join('、')
  return [
    '## 自己的方案',
    `别的通知可以写成一个 JSON 文件，用 \`--programme 文件.json\` 选用。必须有 ${must}，其余可省。格式说明见 \`templates/schema/programme.json\`，编辑器按文件里的 \`$schema\` 提示。`,
    `\`\`\`json\n${jsonText(exampleFile)}\n\`\`\``,
    table(['项', '内容', '省略时'], keys.map(keyRow)),
  ].join('\n\n')
}

/** docs/programmes.md: what the program knows of each notice, and the sentences it knows it from. */
export function programmesDocument(programmes: readonly Programme[]): string {
  const rows = programmes.map((programme) => [
    `[${programme.id}](#${programme.id})`,
    programme.name,
    dueText(programme),
    programme.deliverables.map(({ name }) => name).join('、'),
  ])
  return [
    '# 报送方案',
    '本页由方案数据生成，不手改。用 `--programme 代号` 选用，不写时为 `chaoyang`；`ipcase deadline` 列出各期。“某日前”按含当日理解，通知另有解释的，可在自己的方案里写 `"inclusive": false`。截止日遇放假不顺延，以日历日为准。',
    table(['代号', '方案', '期限', '材料'], rows),
    ...programmes.map(programmeText),
    ownFileText(),
  ]
    .join('\n\n')
    .concat('\n')
}
