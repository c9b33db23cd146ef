import { expect, test } from 'vitest'
import { transcript, type World } from '../fake-io.ts'

const clumsy =
  '案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n商标侵权案,朝双市监处罚〔2024〕1号,2024.3.5,2024/4/18,行政处罚,已公开,https://a.example/1。,/\n'
const world: World = { files: { '凌源.csv': clumsy } }

test('a column is called what the log calls it', async () => {
  const own = clumsy.replace('立案时间', '立案日期').replace('是否公开', '公开情况')
  const { out } = await transcript(['fix', '凌源.csv', '--dry-run'], { files: { '凌源.csv': own } })
  expect(out).toContain('凌源.csv:2 C列 立案日期  「2024.3.5」')
  expect(out).toContain('凌源.csv:2 F列 公开情况  「已公开」')
})

test('what comes next is said: the repair after a look, the check of what was repaired, for the same day', async () => {
  const told = async (...more: readonly string[]) =>
    (await transcript(['fix', '凌源.csv', ...more], world)).out.split('\n').at(-2)
  expect(await told('--dry-run', '--as-of', '2024-06-07')).toBe(
    '下一步：照这样改好，另存一份：ipcase fix 凌源.csv --as-of 2024-06-07',
  )
  expect(await told('--in-place', '--as-of', '2024-06-07')).toBe(
    '下一步：核对改好的：ipcase validate 凌源.csv --as-of 2024-06-07',
  )
})
