import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { ExitCode, UserError } from '../../src/io/io.ts'
import { fakeIo } from '../fake-io.ts'
import { simulate } from './simulate.ts'

test('whatever fails, files are old or new, totals add up and exit codes hold', async () => {
  const broken: string[] = []
  for (let seed = 1; seed <= 40; seed++) {
    const world = await simulate(seed)
    if (world.broken.length > 0) broken.push(`seed ${seed}: ${[...world.lines, ...world.broken].join('\n')}`)
  }
  expect(broken).toEqual([])
})

test('one seed is one course of events', async () => {
  for (const seed of [3, 56, 408]) expect((await simulate(seed)).print).toBe((await simulate(seed)).print)
})

test('a table of the settings that cannot be written anew still stands as it was', async () => {
  const config = JSON.stringify({ unit: '凌源', logs: ['台账.csv'], outputs: ['表.csv'] })
  const io = fakeIo({
    files: { 'ipcase.config.json': config, '台账.csv': '案件类型,案件编号,立案时间\n', '表.csv': '旧表' },
  })
  const full = new UserError(
    '表.csv 写不下：磁盘空间已满',
    '请清理磁盘，或用 -o 改写到别处。',
    ExitCode.failure,
  )
  const write: typeof io.disk.write = async (path, data, options) => {
    if (path === '表.csv') throw full
    await io.disk.write(path, data, options)
  }
  expect(await run(['report'], { ...io, disk: { ...io.disk, write } })).toBe(ExitCode.failure)
  expect(Buffer.from(await io.disk.read('表.csv')).toString()).toBe('旧表')
})
