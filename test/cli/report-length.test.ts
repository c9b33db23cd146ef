import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { fakeIo } from '../fake-io.ts'

const rows = Array.from({ length: 50_001 }, (_, at) => `商标侵权,凌${at}号,2024-03-05,,在办,,,`)
const heading = '案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注'
const log = [heading, ...rows, ''].join('\n')

test('a form of more than 50,000 rows is refused before the work, csv and json are not', async () => {
  const io = fakeIo({ files: { '台账.csv': log } })
  const before = [...io.files.keys()]
  const forms = ['xlsx', 'docx', 'pdf', 'html', 'md'].flatMap((name) => ['-o', `表.${name}`])
  expect(await run(['report', '台账.csv', ...forms, '-o', '表.csv', '-f', 'text'], io)).toBe(3)
  expect(io.printed.err).toContain(
    '统计表有 50001 行，超过 50000 行，写不成 text、xlsx、docx、pdf、html、md\n  请改写成 .csv 或 .json 文件，或用 --period 分期出表。',
  )
  expect([...io.files.keys()]).toEqual(before)
  expect(await run(['report', '台账.csv', '-o', '表.csv', '-o', '表.json'], io)).toBe(0)
  expect([...io.files.keys()]).toEqual([...before, '/办案/表.csv', '/办案/表.json'])
})
