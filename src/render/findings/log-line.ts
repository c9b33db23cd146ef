import type { Encoding, LogSummary } from '../../model/log.ts'
import { visible } from '../printable.ts'

const encodings: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
}

const delimiters: Readonly<Record<string, string>> = {
  ',': '逗号',
  '，': '全角逗号',
  ';': '分号',
  '；': '全角分号',
  '\t': '制表符',
}

function sum({ rows, cases, skipped }: LogSummary): string {
  const parts = [
    ['案件', cases],
    ['空行', skipped.blank],
    ['预留行', skipped.placeholder],
    ['说明行', skipped.furniture],
  ] as const
  const terms = parts.filter(([, count]) => count > 0).map(([name, count]) => `${name} ${count}`)
  if (rows === cases) return rows === 0 ? '表头下没有内容' : `${cases} 件案件`
  return `共 ${rows} 行 = ${terms.join(' + ')}${cases === 0 ? '，无案件' : ''}`
}

/** Nothing of a file with one sheet: there was nothing to choose. */
function sheetNames({ sheets = [] }: LogSummary): readonly string[] {
  if (sheets.length < 2) return []
  const read = sheets.filter((sheet) => sheet.read)
  const skipped = sheets.filter((sheet) => !sheet.read)
  return [
    ...(read.length > 0 ? [`读取${read.map(({ name }) => `“${visible(name)}”`).join('、')}`] : []),
    ...skipped.map(({ name, reason }) => `未读“${visible(name)}”（${reason}）`),
  ]
}

/** What was assumed in reading a log, so that a wrong assumption is seen. */
export function assumptions(log: LogSummary): string {
  const { unit, encoding, delimiter, headingLine, repairs, hidden = 0 } = log
  return [
    ...(unit === null ? [] : [`填报单位 ${visible(unit)}`]),
    ...(encoding === undefined ? [] : [`编码 ${encodings[encoding]}`]),
    ...(delimiter === undefined ? [] : [`分隔符 ${delimiters[delimiter] ?? `“${visible(delimiter)}”`}`]),
    ...sheetNames(log),
    ...(headingLine === null ? ['没有找到表头'] : [`表头在第 ${headingLine} 行`, sum(log)]),
    ...(hidden > 0 ? [`其中 ${hidden} 件在隐藏的行里，也读了`] : []),
    ...(repairs > 0 ? [`已按规范读作 ${repairs} 处`] : []),
  ].join('，')
}
