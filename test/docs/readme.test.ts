import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { commands } from '../../src/commands/index.ts'
import { ExitCode } from '../../src/io/io.ts'
import { screenOf } from '../fake-io.ts'
import { expectCurrent } from './current.ts'

const readme = await readFile('README.md', 'utf8')
const [first = '', second = ''] = readme.match(/^npm ci && .*$/gm) ?? []

test('the second command runs the tests', () => {
  expect(second).toBe('npm ci && npm test')
})

test('the README shows what its first command prints', async () => {
  const args = first.replace('npm ci && npx ipcase ', '').split(' ')
  const path = args.find((word) => word.startsWith('fixtures/')) ?? ''
  const screen = await screenOf(args, 100, { files: { [path]: await readFile(path) } })
  const shown = screen.replaceAll(/ +$/gm, '').trimEnd()
  const current = readme.replace(/```text\n.*?```/s, () => `\`\`\`text\n${shown}\n\`\`\``)
  await expectCurrent('README.md', current)
})

test('what the README links to is there', () => {
  const links = Array.from(readme.matchAll(/\]\(([^)]+)\)/g), ([, target]) => target ?? '')
  expect(links.filter((target) => !/^https?:/.test(target) && !existsSync(target))).toEqual([])
})

test('every command the README names is offered', () => {
  const named = Array.from(
    readme.matchAll(/^ipcase (\w+)|npx ipcase (\w+)/gm),
    ([, one, other]) => one ?? other,
  )
  expect(named.filter((name) => !commands.some((command) => command.name === name))).toEqual([])
})

test('the README lists every exit code', () => {
  const listed = Array.from(readme.matchAll(/^\| (\d+) +\|/gm), ([, code]) => Number(code))
  expect(listed).toEqual(Object.values(ExitCode))
})
