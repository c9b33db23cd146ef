import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { fakeIo, transcript } from '../fake-io.ts'

const head =
  '填报单位：凌源市市场监督管理局\n序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n'
const sound = `${head}1,商标侵权,朝凌市监处罚〔2024〕3号,2024-03-05,2024-04-20,罚款,是,https://www.gsxt.gov.cn/12,\n`
const noted = `${head}1,商标侵权,朝凌市监处罚[2024]3号,2024-03-05,2024-04-20,罚款,是,https://www.gsxt.gov.cn/12,\n`
const faulty = `${head}1,商标侵权,,2024-03-05,2024-04-20,罚款,是,https://www.gsxt.gov.cn/12,\n`

const nothing = { exitCode: 0, out: '', err: '' }

test.each([
  ['validate 好.csv -q'],
  ['validate 提.csv -q'],
  ['report 提.csv -q -o 表.xlsx'],
  ['number 提.csv -q'],
  ['deadline -q'],
  ['validate 提.csv -q -o 问题.csv'],
])('%s is silent where all is in order', async (line) => {
  const files = { '好.csv': sound, '提.csv': noted }
  expect(await transcript(line.split(' '), { files })).toEqual(nothing)
})

test('a quiet run says the findings that make it fail, and only those', async () => {
  const files = { '坏.csv': faulty + noted.split('\n')[2] }
  const { exitCode, out } = await transcript(['validate', '坏.csv', '-q'], { files })
  expect([exitCode, out.includes('case-number-missing'), out.includes('case-number-style')]).toEqual([
    1,
    true,
    false,
  ])
  const stricter = await transcript(['validate', '坏.csv', '-q', '--fail-on', 'note'], { files })
  expect(stricter.out).toContain('case-number-style')
})

test('a quiet report that is withheld says why, whatever the level', async () => {
  const { exitCode, out, err } = await transcript(['report', '坏.csv', '-q', '--fail-on', 'never'], {
    files: { '坏.csv': faulty },
  })
  expect([exitCode, out, err.includes('case-number-missing')]).toEqual([1, '', true])
})

test('a deadline that is missed is said by a quiet run, too', async () => {
  const { exitCode, out } = await transcript(['deadline', '-q', '--as-of', '2024-06-12'])
  expect([exitCode, out.includes('逾期')]).toEqual([4, true])
})

test('files nobody read that may be returns are named by a quiet run; --skip says they are none', async () => {
  const files = { '报送/甲.csv': sound, '报送/乙.pdf': '%PDF', '报送/丙.JPG': 'x', '报送/说明.md': '#' }
  const { exitCode, out, err } = await transcript(['validate', '报送', '-q'], { files })
  expect({ exitCode, out, err }).toEqual({
    exitCode: 0,
    out: '',
    err: '没有读 报送/丙.JPG：图片读不了，请改用原来的表格文件\n没有读 报送/乙.pdf：PDF 读不了，请改用原来的表格文件\n',
  })
  const skipping = ['validate', '报送', '-q', '--skip', '*.pdf', '--skip', '报送/丙.*']
  expect(await transcript(skipping, { files })).toEqual(nothing)
})

test('copies that ipcase wrote beside a log are not read again, and are named', async () => {
  const files = {
    '报送/甲.csv': sound,
    '报送/甲-编号.csv': sound,
    '报送/甲-修正.csv': sound,
    '报送/甲.上一次.csv': sound,
    '报送/乙-编号.csv': sound.replace('3号', '4号'),
  }
  const { exitCode, out } = await transcript(['validate', '报送', '-f', 'json'], { files })
  const { logs, skipped } = JSON.parse(out)
  expect(exitCode).toEqual(0)
  expect(logs.map(({ path }: { path: string }) => path)).toEqual(['报送/乙-编号.csv', '报送/甲.csv'])
  expect(skipped.map(({ reason }: { reason: string }) => reason)).toEqual([
    '是 甲.csv 的副本',
    '是 甲.csv 的副本',
    '是 甲.csv 的副本',
  ])
})

test('what the configuration writes may be written again; the former is kept beside it', async () => {
  const io = fakeIo({
    files: {
      'ipcase.config.json': JSON.stringify({ logs: ['台账.csv'], outputs: ['表.csv'] }),
      '台账.csv': sound,
    },
  })
  const bytes = (name: string) => io.files.get(`/办案/${name}`)
  expect(await run(['report', '-q'], io)).toEqual(0)
  const first = bytes('表.csv')
  expect(await run(['report', '-q'], io)).toEqual(0)
  expect([bytes('表.csv'), bytes('表.上一次.csv')]).toEqual([first, undefined])
  expect(await run(['report', '-q', '--as-of', '2024-06-06'], io)).toEqual(0)
  expect(bytes('表.上一次.csv')).toEqual(first)
  expect(bytes('表.csv')).not.toEqual(first)
})

test('a file that is named is never replaced without --force', async () => {
  const { exitCode, err } = await transcript(['report', '台账.csv', '-o', '表.csv'], {
    files: { '台账.csv': sound, '表.csv': 'x' },
  })
  expect([exitCode, err]).toEqual([3, expect.stringContaining('表.csv 已经存在')])
})

test.each([
  [['report', '台账.csv', '--unit', '甲', '--unit', '乙'], '选项 --unit 写了两次'],
  [['deadline', '--as-of', '2024-06-07', '--as-of', '2024-06-08'], '选项 --as-of 写了两次'],
  [['-v'], '您要的可能是 -V'],
  [['validate', '-v'], '您要的可能是 -V'],
])('%j is refused: %s', async (args, words) => {
  const { exitCode, err } = await transcript(args)
  expect([exitCode, err]).toEqual([2, expect.stringContaining(words)])
})

test.each(['2024/6/7', '2024年6月7日', '2024.6.7', '20240607', '２０２４-０６-０７'])(
  '--as-of %s is the seventh of June',
  async (text) => {
    const plain = await transcript(['deadline', '--as-of', '2024-06-07'])
    expect(await transcript(['deadline', '--as-of', text])).toEqual(plain)
  },
)

test.each(['45450', '6月7日', '2024-06-31', ''])('--as-of %j is no day', async (text) => {
  expect((await transcript(['deadline', '--as-of', text])).exitCode).toEqual(2)
})

test('the option wins over the environment in every spelling', async () => {
  const world = { files: { '坏.csv': faulty }, env: { NO_COLOR: '1', TERM: 'dumb' } }
  const { out } = await transcript(['validate', '坏.csv', '--color', 'always'], world)
  expect(out).toContain('\u001b[')
  for (const spelling of [['--color', 'never'], ['--color=never'], ['--no-color']]) {
    const never = await transcript(['validate', '坏.csv', ...spelling], {
      files: world.files,
      env: { FORCE_COLOR: '1' },
    })
    expect(never.out).not.toContain('\u001b[')
  }
})
