import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { commands } from '../../src/commands/index.ts'
import { severityNames } from '../../src/render/findings/words.ts'
import { fieldNames, marker, requiredNames } from '../../src/render/table/markers.ts'
import { allRules } from '../../src/rules/index.ts'
import { june } from '../cli/city.ts'
import { screenOf, transcript, type World } from '../fake-io.ts'
import { expectCurrent } from './current.ts'
import { table } from './markdown-table.ts'

const manual = await readFile('docs/manual.md', 'utf8')
const log = await readFile('fixtures/programmes/chaoyang/凌源市.csv')
const world: World = { files: { '凌源市.csv': log, '台账.xlsx': log, ...june.files } }

async function shown(block: string): Promise<string> {
  const [line = ''] = block.split('\n')
  const args = line.replace('$ ipcase ', '').split(' ')
  const screen = await screenOf(args, 96, world)
  return `${line}\n${screen.replaceAll(/ +$/gm, '').trimEnd()}\n`
}

const remedies = table(
  ['级别', '名字', '说的是', '怎么办'],
  allRules.map(({ id, severity, summary, remedy }) => [severityNames[severity], id, summary, remedy]),
)

test('the manual shows what the program prints, and what each rule asks for', async () => {
  const withRemedies = manual.replace(
    /(?<=<!-- 规则 -->\n).*?(?=<!-- 规则完 -->)/s,
    () => `\n${remedies}\n\n`,
  )
  const pieces = withRemedies.split(/(?<=```console\n)(.*?)(?=```)/s)
  const current = await Promise.all(
    pieces.map(async (piece) => (piece.startsWith('$ ipcase') ? await shown(piece) : piece)),
  )
  await expectCurrent('docs/manual.md', current.join(''))
})

test('every link within the manual leads to a heading', () => {
  const anchors = Array.from(manual.matchAll(/^#+ (.+)$/gm), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )
  const links = Array.from(manual.matchAll(/\]\(#([^)]+)\)/g), ([, anchor = '']) => anchor)
  expect(links.length).toBeGreaterThan(0)
  expect(links.filter((link) => !anchors.includes(link))).toEqual([])
})

const scheduled = Array.from(manual.matchAll(/```(?:sh\n#!|bat\n).*?```/gs), ([block]) => block).flatMap(
  (block) =>
    Array.from(block.matchAll(/ipcase ((?:deadline|validate|report|record)[^|>"&;\n}]*)/g), ([, args]) =>
      (args ?? '').trim(),
    ),
)

test('there are recipes for Linux and Windows', () => {
  expect(scheduled).toHaveLength(4)
})

test.each(scheduled)('the scheduled `ipcase %s` exits as the manual says', async (line) => {
  const args = line.split(' ').filter((word) => word !== '2')
  const set = { ...world, files: { ...world.files, 'ipcase.config.json': '{"logs":["台账.xlsx"]}' } }
  const threeDaysBefore = await transcript([...args, '--as-of', '2024-06-07'], set)
  const longBefore = await transcript([...args, '--as-of', '2024-07-01'], set)
  expect([threeDaysBefore.exitCode, longBefore.exitCode]).toEqual(
    line.startsWith('deadline') ? [4, 0] : [0, 0],
  )
})

test('the manual names every marker of a form', () => {
  for (const name of [...requiredNames, ...Object.values(fieldNames)]) expect(manual).toContain(marker(name))
})

test('the configuration the manual shows is a configuration', async () => {
  const config = /```json\n(\{\n {2}"unit".*?)```/s.exec(manual)?.[1] ?? ''
  const { exitCode, out } = await transcript(['report', '--as-of', '2024-06-07'], {
    files: { ...world.files, 'ipcase.config.json': config },
  })
  expect({ exitCode, out }).toEqual({ exitCode: 0, out: '已写入 统计表.xlsx\n已写入 统计表.pdf\n' })
})

test('every command the manual names is offered', () => {
  const named = Array.from(manual.matchAll(/`ipcase ([a-z]+)/g), ([, name]) => name)
  expect(named.filter((name) => !commands.some((command) => command.name === name))).toEqual([])
})

test('the manual’s ten minutes are the ones that are walked from the zip and the tarball alone', async () => {
  const walk = (await readFile('.ci/packaging/ten-minutes.sh', 'utf8')).replaceAll(/\s*\\\n\s*/g, ' ')
  const [, block = ''] = /```sh\n(.*?)```/s.exec(manual) ?? []
  const lines = block.trim().split('\n')
  expect(lines).toHaveLength(4)
  expect(lines.filter((line) => !walk.includes(` ${line.replace('ipcase ', '')}\n`))).toEqual([])
})
