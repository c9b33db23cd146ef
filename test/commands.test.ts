import { expect, test } from 'vitest'
import { commands } from '../src/commands/index.ts'
import { reachedFrom, sourcesIn } from './sources.ts'

const sources = await sourcesIn('src')

test('a command is one page of sixty lines', () => {
  const pages = sources.filter(({ path }) => commands.some(({ name }) => path === `src/commands/${name}.ts`))
  expect(pages).toHaveLength(commands.length)
  expect(pages.filter(({ lines }) => lines.length > 60).map(({ path }) => path)).toEqual([])
})

test('report reaches few files of the commands and of what stands behind them', () => {
  const reached = [...reachedFrom(sources, 'src/commands/report.ts')]
  const own = reached.filter((path) => /^src\/(commands|returns)\//.test(path))
  expect(own.length, own.toSorted().join('\n')).toBeLessThanOrEqual(18)
})

test('the options shown first are the command’s own, five at most', async () => {
  const wrong = await Promise.all(
    commands.map(async ({ name, load }) => {
      const { default: command } = await load()
      const usual = command.usual ?? []
      const isWrong = usual.length > 5 || usual.some((key) => command.options[key] === undefined)
      return isWrong ? [name] : []
    }),
  )
  expect(wrong.flat()).toEqual([])
})
