import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { day } from '../../src/model/date.ts'
import {
  attributeOf,
  childNamed,
  childrenNamed,
  descendants,
  type XmlElement,
} from '../../src/office/xml-tree.ts'
import { archivedCase } from '../archive/receipt.ts'
import { fakeIo, transcript, type World } from '../fake-io.ts'
import { openDocx, wordText } from '../tables/docx-dump.ts'
import { closed, env, log, receipt, wrong } from './returns.ts'

const longOpen = '3,假冒专利,凌市监立〔2024〕|*5*<b>\u202e号,2024-01-05,,在办,,,'

const rows = [
  closed(1),
  '2,商标侵权,凌市监处罚〔2024〕7号,2023-10-10,2024-01-05,行政处罚,否,,',
  longOpen,
  '4,专利纠纷调解,凌市监调〔2024〕1号,2024-05-06,,在办,,,',
  '5,专利侵权裁决,凌市监知裁字〔2024〕1号,2024-01-08,2024-05-31,裁决（侵权成立）,拟公开,,拟公开',
  '6,商标代理,凌市监处罚〔2024〕8号,2024-04-22,2024-05-28,罚款,是,https://a.example.gov.cn/8,',
]

const wasOpen = { ...archivedCase, closed: null, outcome: '在办', open: true }
const before = receipt({
  round: '2023-11',
  day: day('2023-11-13'),
  cases: [
    { ...wasOpen, caseNumber: '凌市监处罚〔2024〕7号', filed: day('2023-10-10') },
    { ...wasOpen, type: '专利纠纷调解', caseNumber: '凌市监调〔2024〕1号', filed: day('2024-05-06') },
  ],
})

function world(lines: readonly string[], files: World['files'] = {}): World {
  return { files: { '凌源.csv': log(...lines), ...files }, env }
}

async function briefOf(path: string, from: World, ...more: readonly string[]): Promise<Uint8Array> {
  const io = fakeIo(from)
  await run(['report', '凌源.csv', '--brief', path, '-q', ...more], io)
  const bytes = io.files.get(`/办案/${path}`)
  if (!(bytes instanceof Uint8Array)) throw new Error(io.printed.err)
  return bytes
}

async function textOf(from: World, ...more: readonly string[]): Promise<string> {
  return new TextDecoder().decode(await briefOf('进展.md', from, ...more))
}

function runText(run: XmlElement): string {
  const highlight = childNamed(childNamed(run, 'w:rPr') ?? run, 'w:highlight')
  const color = highlight && attributeOf(highlight, 'w:val')
  return color === undefined ? wordText(run) : `<${color}>${wordText(run)}</${color}>`
}

function dump(bytes: Uint8Array): string {
  const lines = [...descendants(openDocx(bytes).text, 'w:p')].map((paragraph) => {
    const [style] = descendants(paragraph, 'w:pStyle')
    const runs = childrenNamed(paragraph, 'w:r').map(runText)
    const [kept] = descendants(paragraph, 'w:keepNext')
    return `[${style && attributeOf(style, 'w:val')}${kept ? ', with next' : ''}] ${runs.join('')}\n`
  })
  return lines.join('')
}

test.each([
  { title: 'with a previous return', name: 'brief-previous', from: world(rows, before) },
  { title: 'without an archive', name: 'brief-first', from: { ...world(rows), env: {} } },
  { title: 'of a nil return', name: 'brief-nil', from: world([], before) },
])('the account $title says what the data bear out', async ({ name, from }) => {
  const args = ['--allow-errors']
  await expect(await textOf(from, ...args)).toMatchFileSnapshot(`golden/${name}.md`)
  const word = await briefOf('进展.docx', from, ...args)
  await expect(dump(word)).toMatchFileSnapshot(`golden/${name}.docx.txt`)
  expect(await briefOf('进展.docx', from, ...args)).toEqual(word)
})

const missing = { ...wasOpen, caseNumber: '凌市监立〔2024〕9号', filed: day('2024-02-01') }

test.each([
  {
    title: 'an archive without an earlier return',
    from: world(rows),
    args: [],
    says: '没有上次报送的记录可比（报送存档里没有本单位此前的记录）。',
  },
  {
    title: 'a case that is gone',
    from: world([closed(1)], receipt({ round: '2023-11', day: day('2023-11-13'), cases: [missing] })),
    args: ['--allow-errors'],
    says: '上次在办、这次没有了1件，待核实。',
  },
  {
    title: 'a case with another number',
    from: world(
      [closed(2)],
      receipt({
        round: '2023-11',
        day: day('2023-11-13'),
        cases: [{ ...missing, filed: day('2024-03-05') }],
      }),
    ),
    args: [],
    says: '上次在办、疑似换了编号1件，待核实。',
  },
  {
    title: 'a case open again',
    from: world(
      ['1,商标侵权,凌市监处罚〔2024〕1号,2024-03-05,,在办,,,'],
      receipt({ round: '2023-11', day: day('2023-11-13') }),
    ),
    args: [],
    says: '上次已结、现又在办1件，待核实。',
  },
  {
    title: 'a log that is not there',
    from: world([closed(1)], before),
    args: ['丢失.csv', '--allow-errors'],
    says: '台账没有读全，上次在办的案件这次是否都在，无从比较。',
  },
  {
    title: 'a row with an error',
    from: world([closed(1), wrong]),
    args: ['--allow-errors'],
    says: '台账共读到案件2件，列入统计表1件，未列入1件（有错误1件）。',
  },
  {
    title: 'a unit that nobody names',
    from: { files: { '凌源.csv': log(closed(1)).split('\n').slice(1).join('\n') } },
    args: [],
    says: '**【待填：单位名称】**',
  },
  {
    title: 'the last day of the limit',
    from: world([longOpen]),
    args: ['--as-of', '2024-04-04'],
    says: '没有发现在办案件超过办案期限（不含延长）。',
  },
  {
    title: 'the day after it',
    from: world([longOpen]),
    args: ['--as-of', '2024-04-05'],
    says: '疑似超过办案期限（不含延长）1件，待核实',
  },
])('the account tells of $title', async ({ from, args, says }) => {
  expect(await textOf(from, ...args)).toContain(says)
})

test('a programme that asks for no account gets one, and that is said', async () => {
  const args = ['report', '凌源.csv', '--brief', '进展.md', '--programme', 'beichen', '--unit', '北辰区']
  const { exitCode, err } = await transcript([...args, '--round', '2024-07'], world([rows[4] ?? '']))
  expect(exitCode).toBe(0)
  expect(err).toMatch(
    /进展\.md 是草稿：标有【待填】的 5 处要由人填写。\n本方案的通知没有写明要报送工作进展情况。\n$/,
  )
})
