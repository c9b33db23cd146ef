import { expect, test } from 'vitest'
import { pollute } from './polluter.ts'

test('no case of a damaged log is lost or changed without a word', async () => {
  const { logs, crashes, losses } = await pollute(1, 150)
  expect({ logs, crashes, losses }).toEqual({ logs: 150, crashes: [], losses: [] })
})
