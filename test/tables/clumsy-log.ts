import fc from 'fast-check'
import { headings } from '../../src/model/case.ts'
import { words } from './clumsy-words.ts'

function mostly<T, U>(usual: fc.Arbitrary<T>, clumsy: fc.Arbitrary<U>): fc.Arbitrary<T | U> {
  return fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: clumsy })
}

const type = mostly(
  fc.constantFrom('专利侵权裁决', '专利纠纷调解', '商标侵权', '假冒专利', '地理标志和官方标志'),
  fc.constantFrom('专利侵权纠纷', '地 标', '商标代理', '商标', ''),
)

const caseNumber = mostly(
  fc.nat(400).map((count) => `朝凌市监处罚〔2024〕${count}号`),
  fc.oneof(
    fc.nat(20).map((count) => `朝凌市监处罚 [2024]${count}号`),
    fc.constantFrom('', '待编号', '20240012', '/', '00012', '2024-03-05', '=1+1', '３号'),
    words,
  ),
)

const filed = mostly(
  fc.constantFrom('2024-03-05', '2024/3/5', '2024.3.5', '2024年3月5日', '20240305', '45356', '1898-01-02'),
  fc.constantFrom('２０２４－０３－０５', '2024-03-05 00:00:00', '', '3月5日'),
)

const closing = mostly(
  fc.constantFrom('行政处罚', '罚款', '警告', '撤案', '移送公安', '裁决', '先行裁驳', '驳回', '调解'),
  fc.constantFrom('行政处罚，司法确认', '结案', '行政\n处罚', '不予立案', '协商'),
)

const ending = mostly(
  fc.tuple(fc.constantFrom('2024-05-06', '2024/5/6', '45418'), closing),
  fc.tuple(fc.constantFrom('', '/', '2024-04-01'), fc.constantFrom('', '在办', '中止', '拟处罚', '—')),
)

const address = mostly(
  fc.constantFrom(
    ...['https://a.example/1', 'www.a.example/2。', 'https://a.example/案件?名=甲&b=1#x', 'a.example'],
    ...['http://a.example:8080/x;y,z?q=(1)', '国家企业信用信息公示系统', 'https://a.example/"x"'],
  ),
  fc.oneof(
    words,
    fc.constantFrom('HTTPS://A.EXAMPLE', 'javascript:alert(1)', "https://a.example/'", 'https://[坏/'),
  ),
)

const url = fc
  .tuple(fc.array(address, { minLength: 1, maxLength: 3 }), fc.constantFrom('；', ' ', '\n', ';', ',', '、'))
  .map(([addresses, between]) => addresses.join(between))

const publication = mostly(
  fc.tuple(fc.constantFrom('是', '√', '已公开'), url),
  fc.tuple(fc.constantFrom('否', '拟公开', '×', ''), fc.constantFrom('', '/', '无', 'https://a.example/3')),
)

const row = fc
  .tuple(fc.constantFrom('', '1', '一'), type, caseNumber, filed, ending, publication, words)
  .map(([serial, kind, number, day, end, shown, remark]) => [
    ...[serial, kind, number, day, ...end, ...shown, remark],
  ])

const change = fc.record({
  column: fc.nat(8),
  place: fc.constantFrom('before', 'behind', 'instead'),
  text: words,
})

const spoiltRow = fc.tuple(row, fc.array(change, { maxLength: 2 })).map(([cells, changes]) => {
  const spoilt = [...cells]
  for (const { column, place, text } of changes) {
    const cell = place === 'instead' ? '' : (cells[column] ?? '')
    spoilt[column] = place === 'before' ? text + cell : cell + text
  }
  return spoilt
})

const lonelyCell = fc
  .tuple(fc.nat(8), words)
  .map(([column, text]) => Array.from({ length: 9 }, (_, index) => (index === column ? text : '')))

const anyRow = fc.oneof(
  { weight: 5, arbitrary: row },
  { weight: 5, arbitrary: spoiltRow },
  { weight: 1, arbitrary: lonelyCell },
)

const unit = mostly(
  fc.constantFrom('填报单位：凌源市市场监督管理局', '填报单位：朝阳县 "知识产权"局 时间：', ''),
  fc
    .tuple(words, fc.constantFrom('', ' 时间：2024年6月7日', '（盖章）'))
    .map(([name, behind]) => `填报单位：${name}${behind}`),
)

function record(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`
}

export function logText(named: string, rows: readonly (readonly string[])[]): string {
  return [[named], Object.values(headings), ...rows].map(record).join('')
}

/** Logs as clerks might send them, right and wrong, in every spelling the reader knows. */
export const clumsyLog: fc.Arbitrary<string> = fc
  .tuple(unit, fc.array(anyRow, { maxLength: 8 }))
  .map(([named, rows]) => logText(named, rows))
