import { expect, test } from 'vitest'
import { commandHelp } from '../../src/commands/help.ts'
import { displayWidth } from '../../src/render/width.ts'
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
