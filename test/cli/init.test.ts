import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { fakeIo, transcript } from '../fake-io.ts'

async function written(args: readonly string[], answers?: readonly string[]): Promise<unknown> {
  const io = fakeIo(answers ? { answers } : {})
  expect(await run(['init', ...args], io)).toEqual(0)
  const bytes = io.files.get('/办案/ipcase.config.json')
  return JSON.parse(new TextDecoder().decode(bytes instanceof Uint8Array ? bytes : undefined))
}

const unit = '凌源市市场监督管理局'

test('every question has an option, and what the options say is written as it stands', async () => {
  const args = ['台账.xlsx', '--unit', unit, '-o', '统计表.xlsx', '-o', '统计表.pdf', '--archive', '存档']
  expect(await written([...args, '--programme', 'beichen'])).toEqual({
    unit,
    programme: 'beichen',
    logs: ['台账.xlsx'],
    outputs: ['统计表.xlsx', '统计表.pdf'],
    archive: '存档',
  })
})

test('who sits at the terminal is asked for the rest; an empty answer leaves it open', async () => {
  expect(await written(['--unit', unit], ['', '台账.xlsx，补充.csv', '统计表.xlsx', ''])).toEqual({
    unit,
    logs: ['台账.xlsx', '补充.csv'],
    outputs: ['统计表.xlsx'],
  })
})

test('what was written holds from then on', async () => {
  const io = fakeIo({ answers: [unit, 'beichen', '台账.csv', '', ''] })
  await run(['init'], io)
  const bytes = io.files.get('/办案/ipcase.config.json')
  const files = { 'ipcase.config.json': bytes ?? '' }
  const { out } = await transcript(['init', '--show'], { files, env: { IPCASE_AS_OF: '2024-06-07' } })
  expect(out).toEqual(
    [
      '报送方案          beichen（ipcase.config.json）',
      '填报单位          凌源市市场监督管理局（ipcase.config.json）',
      '台账              台账.csv（ipcase.config.json）',
      '工作表            —（看得见、有表头的各张）',
      '写入的文件        —（每次写明，不写的显示在屏幕上）',
      '报送存档          —（没有）',
      '统计期间          —（方案规定）',
      '表内次序          —（按台账）',
      '算作不通过的级别  error（内置）',
      '说明清单          —（每次写明）',
      '补充的放假安排    —（没有）',
      '改变的规则级别    —（没有）',
      '以哪一天为准      2024-06-07（环境变量 IPCASE_AS_OF）',
      '',
    ].join('\n'),
  )
})

test('the environment outranks the file, and --show says so', async () => {
  const files = { '/ipcase.config.json': JSON.stringify({ unit: '甲局' }) }
  const { out } = await transcript(['init', '--show'], { files, env: { IPCASE_UNIT: '乙局' } })
  expect(out).toContain('填报单位          乙局（环境变量 IPCASE_UNIT）')
})

test.each([
  [['init'], 2, '没有可写的设置'],
  [['init', '--programme', 'chaoyan'], 2, '您要的可能是 chaoyang'],
  [['init', '-o', '统计表.doc'], 2, '统计表.doc 的扩展名不对'],
] as const)('%j is refused', async (args, code, words) => {
  const { exitCode, err } = await transcript(args)
  expect([exitCode, err]).toEqual([code, expect.stringContaining(words)])
})

test('a configuration that exists is replaced with --force alone', async () => {
  const files = { 'ipcase.config.json': '{}' }
  const { exitCode, err } = await transcript(['init', '--unit', unit], { files })
  expect([exitCode, err]).toEqual([3, expect.stringContaining('ipcase.config.json 已经存在')])
  expect((await transcript(['init', '--unit', unit, '--force'], { files })).exitCode).toEqual(0)
})
