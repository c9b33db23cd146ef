import { expect, test } from 'vitest'
import { receiptBytes } from '../../src/archive/receipt-file.ts'
import type { Draft } from '../../src/archive/seal.ts'
import { day } from '../../src/model/date.ts'
import { archivedCase, receiptOf } from '../archive/receipt.ts'
import { transcript, type World } from '../fake-io.ts'

const headings = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注'
const closed = (count: number) =>
  `${count},商标侵权,凌市监处罚〔2024〕${count}号,2024-03-05,2024-04-18,行政处罚,是,https://a.example.gov.cn/${count},`
const log = (...rows: readonly string[]): string =>
  ['填报单位：凌源市市场监督管理局', headings, ...rows, ''].join('\n')

const stillOpen = {
  ...archivedCase,
  caseNumber: '凌市监立〔2024〕9号',
  closed: null,
  outcome: '在办',
  open: true,
}

function receipt(parts: Partial<Draft> = {}): Readonly<Record<string, Uint8Array>> {
  const made = receiptOf(parts)
  return { [`存档/${made.round}/${made.unitKey}.json`]: receiptBytes(made) }
}

const november = receipt({ round: '2023-11', day: day('2023-11-13'), cases: [archivedCase, stillOpen] })

function world(files: World['files'], ...rows: readonly string[]): World {
  return { files: { '凌源.csv': log(...rows), ...files }, env: { IPCASE_ARCHIVE: '存档' } }
}

test('report compares with the previous return, by the unit the log names', async () => {
  const { exitCode, out, err } = await transcript(['report', '凌源.csv'], world(november, closed(1)))
  expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' })
  expect(err).toContain(
    '× 错误  凌源.csv  上次报送的「凌市监立〔2024〕9号」商标侵权案件（2024-03-05 立案，当时在办）这次没有了',
  )
})

test('what is gone takes no other case out of the table', async () => {
  const args = ['report', '凌源.csv', '--allow-errors', '-f', 'json', '-q']
  const { exitCode, out } = await transcript(args, world(november, closed(1)))
  expect([exitCode, JSON.parse(out)]).toMatchObject([
    1,
    {
      totals: { all: { filed: 1 } },
      leftOut: [],
      previous: { round: '2023-11', day: '2023-11-13', cases: 2 },
    },
  ])
})

test('a renumbered case is a note, and the table is written', async () => {
  const rows = [closed(1), closed(2)]
  const { exitCode, err } = await transcript(['report', '凌源.csv'], world(november, ...rows))
  expect(exitCode).toBe(0)
  expect(err).toContain('疑似上次报送的「凌市监立〔2024〕9号」换了编号，待核实')
  expect(err).toContain('上次报送：2023-11 期，2023年11月13日报送（凌源.xlsx，案件 2 件），已逐件核对。')
})

test('since-last begins after the day of the last return, not after its due day', async () => {
  const args = ['report', '凌源.csv', '--period', 'since-last', '-f', 'json', '-q']
  const rows = [closed(1), closed(2)]
  const withArchive = JSON.parse((await transcript(args, world(november, ...rows))).out)
  const without = JSON.parse((await transcript(args, { files: { '凌源.csv': log(...rows) } })).out)
  expect([withArchive.periodFrom, without.periodFrom]).toEqual(['2023-11-14', '2023-11-11'])
})

test('the first return is compared with nothing, and says so', async () => {
  const { exitCode, err } = await transcript(['report', '凌源.csv'], world({}, closed(1)))
  expect(exitCode).toBe(0)
  expect(err).toContain('上次报送：存档里没有这个单位此前的记录，没有核对。')
})

test('nobody knows whose return it is: nothing is compared, and that is said', async () => {
  const files = { '甲.csv': `${headings}\n${closed(1)}\n`, ...november }
  const { exitCode, err } = await transcript(['report', '甲.csv', '--archive', '存档'], { files })
  expect(exitCode).toBe(0)
  expect(err).toContain('上次报送：不知道是哪个单位的台账，没有核对；可用 --unit 写明。')
})

test('a log on standard input is read for its unit and then once more', async () => {
  const { files, ...rest } = world(november)
  const { exitCode, err } = await transcript(['report', '-'], { ...rest, files, stdin: log(closed(1)) })
  expect(exitCode).toBe(1)
  expect(err).toContain('[case-vanished]')
})

test('another spelling of the unit finds its receipts', async () => {
  const args = ['report', '凌源.csv', '--unit', '凌源市场监管局', '-f', 'json', '-q']
  const { out } = await transcript(args, world(november, closed(1)))
  expect(JSON.parse(out).findings.map(({ rule }: { rule: string }) => rule)).toContain('case-vanished')
})

test('a receipt of another programme is not the previous return', async () => {
  const files = receipt({ round: '2023-11', programme: 'beichen', cases: [stillOpen] })
  expect((await transcript(['report', '凌源.csv'], world(files, closed(1)))).exitCode).toBe(0)
})

test('a receipt changed by hand is named and believed by nobody', async () => {
  const [[path, bytes] = ['', new Uint8Array()]] = Object.entries(november)
  const edited = new TextDecoder().decode(bytes).replace('"open":true', '"open":false')
  const { exitCode, err } = await transcript(['report', '凌源.csv'], world({ [path]: edited }, closed(1)))
  expect(exitCode).toBe(0)
  expect(err).toContain('- 存档/2023-11/凌源市.json：不作依据：登记以后被改动过')
  expect(err).toContain('存档里没有这个单位此前的记录')
})

test('what is handed in is not overdue', async () => {
  const args = ['report', '凌源.csv', '--as-of', '2024-06-12', '--round', '2024-06', '-f', 'json', '-q']
  const { exitCode, out } = await transcript(args, world(receipt(), closed(1)))
  expect([exitCode, JSON.parse(out).round]).toEqual([
    0,
    { id: '2024-06', due: '2024-06-10', status: 'submitted', daysLeft: -2 },
  ])
  expect((await transcript(args, world({}, closed(1)))).exitCode).toBe(4)
})

test('validate compares the logs of the configuration, not others', async () => {
  const files = {
    'ipcase.config.json': JSON.stringify({ logs: ['凌源.csv'], archive: '存档' }),
    ...world(november, closed(1)).files,
  }
  const own = await transcript(['validate', '-f', 'json'], { files })
  expect([own.exitCode, JSON.parse(own.out).findings.map(({ rule }: { rule: string }) => rule)]).toEqual([
    1,
    ['case-vanished'],
  ])
  expect((await transcript(['validate', '凌源.csv'], { files })).exitCode).toBe(0)
})

test('a log that cannot be read hides what seems to be gone', async () => {
  const files = world(november, closed(1)).files
  const { exitCode, err } = await transcript(['report', '凌源.csv', '丢失.csv'], {
    files,
    env: { IPCASE_ARCHIVE: '存档' },
  })
  expect(exitCode).toBe(3)
  expect(err).not.toContain('case-vanished')
})

test('an archive that is a file is a failure with a remedy', async () => {
  const { exitCode, err } = await transcript(['report', '凌源.csv'], world({ 存档: '' }, closed(1)))
  expect([exitCode, err]).toEqual([
    3,
    'ipcase：存档 存档 是文件，不是文件夹\n  请把 --archive 写成文件夹。\n',
  ])
})

const deadline = ['deadline', '--as-of', '2024-06-12']
const statuses = (out: string) =>
  JSON.parse(out).rounds.map(({ status, submittedOn }: { status: string; submittedOn: string }) => [
    status,
    submittedOn,
  ])

test('deadline knows what is handed in', async () => {
  const files = { ...receipt({ day: day('2024-06-12') }) }
  const json = await transcript([...deadline, '--unit', '凌源', '-f', 'json'], world(files))
  expect([json.exitCode, JSON.parse(json.out).current, statuses(json.out)]).toEqual([
    0,
    '2024-09',
    [
      ['submitted-late', '2024-06-12'],
      ['open', null],
      ['open', null],
    ],
  ])
})

test('of several returns for a round the first day counts', async () => {
  const corrected = receiptOf({ day: day('2024-06-12'), revision: 2 })
  const files = {
    '存档/2024-06/凌源市.1.json': receiptBytes(receiptOf()),
    '存档/2024-06/凌源市.json': receiptBytes(corrected),
  }
  const { out } = await transcript([...deadline, '--unit', '凌源市', '-f', 'json'], world(files))
  expect(statuses(out)[0]).toEqual(['submitted', '2024-06-07'])
})

test('the only unit of an archive need not be named', async () => {
  const { exitCode, err } = await transcript(deadline, world(receipt()))
  expect([exitCode, err]).toEqual([0, '报送记录：凌源市市场监督管理局，存档里只有这一个单位。\n'])
})

test('of several units one must be named', async () => {
  const files = { ...receipt(), ...receipt({ unit: '北票市市场监督管理局', unitKey: '北票市' }) }
  const { exitCode, err } = await transcript(deadline, world(files))
  expect([exitCode, err]).toEqual([
    4,
    '存档 存档 里有 2 个单位的报送记录：用 --unit 写明是哪一个，才知道报送了没有。\n',
  ])
})

test('an empty archive, and a unit without receipts, are said to be so', async () => {
  expect((await transcript(deadline, world({}))).err).toBe('存档 存档 里还没有报送记录。\n')
  const { exitCode, err } = await transcript([...deadline, '--unit', '北票市'], world(receipt()))
  expect([exitCode, err]).toEqual([4, '存档 存档 里没有北票市的报送记录。\n'])
})

test('a damaged receipt proves no return', async () => {
  const { exitCode, err } = await transcript(
    [...deadline, '--unit', '凌源市'],
    world({ '存档/2024-06/凌源市.json': '' }),
  )
  expect([exitCode, err]).toEqual([
    4,
    '存档/2024-06/凌源市.json 不作依据：不是完整的 JSON 文件\n存档 存档 里没有凌源市的报送记录。\n',
  ])
})
