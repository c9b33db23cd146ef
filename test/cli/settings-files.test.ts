import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { fakeIo } from '../fake-io.ts'

const log = '案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n'
const files = {
  '凌源.csv': log,
  'ipcase.config.json': '{"unit":"凌源市"}',
  '放假.json': '{"year":2027,"off":[],"work":[]}',
}

test.each([
  [['validate', '凌源.csv'], 'ipcase.config.json'],
  [['report', '凌源.csv'], 'ipcase.config.json'],
  [['report', '凌源.csv', '--config', '放假.json'], '放假.json'],
  [['deadline'], './ipcase.config.json'],
])('%j never writes over the settings it reads, %s', async (args, target) => {
  const world = { files: { ...files, '放假.json': '{"unit":"凌源市"}' } }
  const io = fakeIo(world)
  const before = [...io.files]
  expect(await run([...args, '-o', target, '--force'], io)).toBe(3)
  expect(io.printed).toEqual({
    out: '',
    err: `ipcase：${target} 是要读取的文件，不能替换它\n  请换一个文件名。\n`,
  })
  expect([...io.files]).toEqual(before)
})
