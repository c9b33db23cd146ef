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
import { bytesAt, fakeIo, transcript, type World } from '../fake-io.ts'
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
  return bytesAt(io, path)
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
    says: '上次在办1件：现已结案0件，现仍在办0件，本次没有列入1件（待核实）。',
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
    says: '上次在办1件：现已结案1件，现仍在办0件。其中疑似换了编号1件，按同一案件计，待核实。',
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
    says: '台账没有读全，减少的案件是否还在，无从比较。',
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
    title: 'the first working day after a last day that is a day off',
    from: world([longOpen]),
    args: ['--as-of', '2024-04-07'],
    says: '没有发现在办案件超过办案期限（不含延长）。',
  },
  {
    title: 'the day after it',
    from: world([longOpen]),
    args: ['--as-of', '2024-04-08'],
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
    /进展\.md 是草稿：标有【待填】的 8 处要由人填写。\n本方案的通知没有写明要报送工作进展情况。\n/,
  )
})

test('the campaign of 平顶山 is summed up under its own headings, with nothing before it', async () => {
  const from = { files: { '郏县.csv': log(closed(1)).replace('凌源市', '郏县').replaceAll('2024', '2019') } }
  const io = fakeIo(from)
  const args = ['report', '郏县.csv', '--brief', '总结.md', '--programme', 'pingdingshan', '-q']
  expect(await run([...args, '--as-of', '2019-12-13'], io)).toBe(0)
  const text = bytesAt(io, '总结.md').toString()
  expect(text.split('\n').filter((line) => /^#|^（/.test(line))).toEqual([
    '# 工作总结',
    '（2019年12月13日）',
    '## 一、组织领导和基本情况',
    '## 二、工作开展情况',
    '（一）突出知识产权稽查保护重点。**【待填：举措和成效】**',
    '（二）积极处理新业态新领域侵权假冒案件。**【待填：举措和成效】**',
    '（三）提高知识产权执法效率。**【待填：举措和成效】**',
    '（四）提高知识产权维权援助能力，加大守信激励失信惩戒力度。**【待填：举措和成效】**',
    '## 三、案件办理情况',
    '## 四、办案期限',
    '## 五、公开情况',
    '## 六、经验做法和典型案例',
    '## 七、存在问题和建议',
    '## 八、今后工作打算',
  ])
})
