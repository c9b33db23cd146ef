import { expect, test } from 'vitest'
import { createProgress } from '../../src/outputs/progress.ts'
import { fakeIo } from '../fake-io.ts'

const logs = [{ path: '双塔.csv' }, { path: '凌源.csv' }]

/** A terminal whose clock is set by hand. */
function terminal(columns: number | undefined) {
  let ms = 0
  const fake = columns === undefined ? fakeIo() : fakeIo({ columns })
  const io = { ...fake, now: () => new Date(ms) }
  return { io, screen: () => fake.screen, wait: (more: number) => (ms += more) }
}

test('what takes less than a second says nothing', async () => {
  const { io, screen, wait } = terminal(80)
  const progress = createProgress(io, true)
  wait(999)
  await progress.tick({ logs, at: 0, cases: 10 })
  await progress.clear()
  expect(screen()).toBe('')
})

test('after a second one line says where the run is, renewed five times a second', async () => {
  const { io, screen, wait } = terminal(80)
  const progress = createProgress(io, true)
  wait(1000)
  await progress.tick({ logs, at: 1, cases: 10 })
  wait(199)
  await progress.tick({ logs, at: 1, cases: 20 })
  wait(1)
  await progress.tick({ logs, at: 1, cases: 30 })
  const line = (cases: number): string =>
    `\r\u001b[K正在核对第 2/2 份（全部的 50%） 凌源.csv：已读 ${cases} 件`
  expect(screen()).toBe(line(10) + line(30))
})

test('what is made in one piece is named before it begins', async () => {
  const { io, screen } = terminal(80)
  const progress = createProgress(io, true)
  await progress.making('统计表.pdf', async () => 'pdf')
  await io.out.write('已写入 统计表.pdf\n')
  expect(screen()).toBe('\r\u001b[K正在生成 统计表.pdf\r\u001b[K已写入 统计表.pdf\n')
})

test('the line is out of the way once it is cleared', async () => {
  const { io, screen, wait } = terminal(80)
  const progress = createProgress(io, true)
  wait(1000)
  await progress.tick({ logs, at: 0, cases: 10 })
  await progress.clear()
  await progress.clear()
  await io.out.write('表\n')
  expect(screen()).toBe('\r\u001b[K正在核对第 1/2 份（全部的 0%） 双塔.csv：已读 10 件\r\u001b[K表\n')
})

test.each([
  ['without a terminal', undefined, true],
  ['when it is not wanted', 80, false],
])('nothing is drawn %s', async (_, columns, isWanted) => {
  const { io, screen, wait } = terminal(columns)
  const progress = createProgress(io, isWanted)
  wait(5000)
  await progress.tick({ logs, at: 0, cases: 10 })
  await progress.making('统计表.pdf', async () => 'pdf')
  expect(screen()).toBe('')
})

test('nothing is drawn where the terminal cannot erase a line', async () => {
  const { io, screen } = terminal(80)
  await createProgress({ ...io, env: { TERM: 'dumb' } }, true).making('统计表.pdf', async () => 'pdf')
  expect(screen()).toBe('')
})

test('what cannot be made leaves no line behind', async () => {
  const { io, screen } = terminal(80)
  const making = createProgress(io, true).making('统计表.pdf', async () => await Promise.reject('full'))
  await expect(making).rejects.toBe('full')
  expect(screen()).toBe('\r\u001b[K正在生成 统计表.pdf\r\u001b[K')
})
