import { expect, test } from 'vitest'
import { day } from '../../src/model/date.ts'
import { archivedCase } from '../archive/receipt.ts'
import { transcript, type World } from '../fake-io.ts'
import { closed, env, headings, log, receipt } from './returns.ts'

const stillOpen = {
  ...archivedCase,
  caseNumber: '凌市监立〔2024〕9号',
  closed: null,
  outcome: '在办',
  open: true,
}

const november = receipt({ round: '2023-11', day: day('2023-11-13'), cases: [archivedCase, stillOpen] })

function world(files: World['files'], ...rows: readonly string[]): World {
  return { files: { '凌源.csv': log(...rows), ...files }, env }
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
  const { exitCode, err } = await transcript(['report', '-'], { ...world(november), stdin: log(closed(1)) })
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
  const quiet = await transcript(['report', '凌源.csv', '-q'], world({ [path]: edited }, closed(1)))
  expect(quiet.err).toBe('存档/2023-11/凌源市.json 不作依据：登记以后被改动过\n')
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

test('validate names a damaged receipt in silence, too', async () => {
  const files = {
    'ipcase.config.json': JSON.stringify({ logs: ['凌源.csv'], archive: '存档', unit: '凌源市' }),
    ...world({ '存档/2023-11/凌源市.json': '{' }, closed(1)).files,
  }
  const { exitCode, err } = await transcript(['validate', '-q'], { files })
  expect({ exitCode, err }).toEqual({
    exitCode: 0,
    err: '存档/2023-11/凌源市.json 不作依据：不是完整的 JSON 文件\n',
  })
})

test('a log that cannot be read hides what seems to be gone', async () => {
  const { exitCode, err } = await transcript(['report', '凌源.csv', '丢失.csv'], world(november, closed(1)))
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
