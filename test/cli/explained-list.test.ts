import { expect, test } from 'vitest'
import { exampleLog } from '../example-log.ts'
import { transcript } from '../fake-io.ts'

const log = exampleLog([{ published: '', url: '' }])

async function validated(list: string | undefined, format: string): Promise<string> {
  const given = list === undefined ? [] : ['--explained', '问题.csv']
  const files = { '凌源.csv': log, ...(list !== undefined && { '问题.csv': list }) }
  return (await transcript(['validate', '凌源.csv', ...given, '-f', format], { files })).out
}

test('what was said of the explanations themselves is no finding that was mended', async () => {
  const withWords = (list: string): string => list.replace(',,商标侵权', ',核实无误,商标侵权')
  const second = await validated(withWords(await validated(undefined, 'csv')), 'csv')
  expect(second).toContain('explanation-empty')
  const { since } = JSON.parse(await validated(withWords(second), 'json'))
  expect(since).toEqual({ mended: 0, explained: 0, open: 1, new: 0 })
})
