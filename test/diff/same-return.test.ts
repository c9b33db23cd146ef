import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { diffDocument } from '../../src/model/documents/diff.ts'
import { fakeIo } from '../fake-io.ts'

/** Whose ledgers hold other kinds, 拟公开, words for blanks, telephone numbers; an annex in Word. */
const logs = ['ledger.csv', 'spellings.csv', 'unit-longcheng.txt', 'unit-yangquan.csv', 'unit-jianping.docx']

const receiptPath = '存档/2024-06/凌源市.json'
const shapes = ['表.json', '表.xlsx', '表.docx', '表.csv', receiptPath]

/** A log with all that is made of it. */
async function madeOf(name: string) {
  const log = `台账${name.slice(name.lastIndexOf('.'))}`
  const io = fakeIo({ files: { [log]: readFileSync(`fixtures/logs/ok/${name}`) } })
  const unit = ['--unit', '凌源市', '-q', '--as-of', '2024-06-07'] as const
  const outputs = shapes.filter((path) => path.startsWith('表')).flatMap((path) => ['-o', path])
  await run(['report', log, ...unit, ...outputs], io)
  await run(['record', log, ...unit, '--archive', '存档', '--round', '2024-06'], io)
  return { log, files: Object.fromEntries(io.files) }
}

test.each(logs)('%s and what is made of it are the same return', async (name) => {
  const { log, files } = await madeOf(name)
  for (const shape of shapes) {
    const io = fakeIo({ files })
    const exitCode = await run(
      ['diff', log, shape, '-f', 'json', '--fail-on', 'never', '--as-of', '2024-06-07'],
      io,
    )
    expect(exitCode, io.printed.err).toBe(0)
    const { added, removed, closed, renumbered, changed } = diffDocument.parse(JSON.parse(io.printed.out))
    expect([shape, added, removed, closed, renumbered, changed]).toEqual([shape, [], [], [], [], []])
  }
})
