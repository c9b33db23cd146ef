import { expect, test } from 'vitest'
import { exampleLog } from '../example-log.ts'
import { gb18030 } from '../gb18030.ts'
import { readBack } from '../read-log.ts'

const rows = 3000
const wordy = (around: string): string =>
  exampleLog(
    Array.from({ length: rows }, (_, row) => ({ remark: `${around}已${'送'.repeat(row % 41)}达${around}` })),
  )

test.each([
  ['UTF-8', Buffer.from(wordy(''))],
  ['GB18030', gb18030(wordy(''))],
  ['quoted', Buffer.from(wordy(','))],
])('a log read as one piece, however long, is what it is in small ones: %s', async (_, log) => {
  const whole = await readBack(log, { size: log.length })
  expect(whole.cases.length).toBe(rows)
  expect(await readBack(log, { size: 70_001 })).toEqual(whole)
  expect(await readBack(log, { size: 997 })).toEqual(whole)
})
