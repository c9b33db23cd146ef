import { expect, test } from 'vitest'
import { commandHelp } from '../../src/commands/help.ts'
import { commands } from '../../src/commands/index.ts'
import { parseArguments } from '../../src/commands/parse.ts'
import { displayWidth } from '../../src/render/width.ts'
import { transcript } from '../fake-io.ts'
import { sample } from './sample-command.ts'

test('a command’s help names its arguments, options, choices, defaults and examples', async () => {
  await expect(commandHelp(sample, undefined)).toMatchFileSnapshot('golden/help.txt')
})

test('on a narrow terminal the help is wrapped beside its column', async () => {
  const help = commandHelp(sample, 60)
  await expect(help).toMatchFileSnapshot('golden/help-60.txt')
  const wide = help.split('\n').filter((line) => displayWidth(line) > 60)
  expect(wide).toEqual([])
})

test.each(commands)(
  'ipcase help $name is what ipcase $name --help says, in Chinese',
  async ({ name, summary }) => {
    const help = await transcript(['help', name])
    expect(help).toEqual(await transcript([name, '--help']))
    expect([help.exitCode, help.err, help.out.split('\n')[0]]).toEqual([0, '', summary])
    expect(help.out).not.toMatch(/usage|options|default|choices|display/i)
  },
)

test.each(commands)('every example of ipcase $name is one that ipcase reads', async ({ name, load }) => {
  const { default: command } = await load()
  expect(command.examples.length).toBeGreaterThan(0)
  for (const { line } of command.examples) {
    const [first, ...words] = line.split(' ')
    expect(first).toEqual(name)
    expect(parseArguments({ name, command }, words)).toEqual({
      operands: expect.any(Array),
      options: expect.any(Object),
      words: line.split(' '),
    })
  }
})
