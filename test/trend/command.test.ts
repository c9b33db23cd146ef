import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { day } from '../../src/model/date.ts'
import { displayWidth } from '../../src/render/width.ts'
import { receipt } from '../cli/returns.ts'
import { fakeIo, transcript } from '../fake-io.ts'
import { cityArchive } from './archive.ts'

const env = { IPCASE_ARCHIVE: '存档' }
const rounds = ['collect', '--rounds', '--as-of', '2025-06-12'] as const

test('the city sees seven units over four rounds, in words', async () => {
  const { exitCode, out, err } = await transcript(rounds, { env, files: cityArchive() })
  await expect(out).toMatchFileSnapshot('golden/trend.txt')
  expect([exitCode, err]).toEqual([0, ''])
})

test('an archive in the place of returns is looked at in its rounds', async () => {
  const files = cityArchive()
  const named = await transcript(['collect', '存档', '--as-of', '2025-06-12'], { files })
  expect(named).toEqual(await transcript(rounds, { env, files }))
})

test('as a page it needs no network and no script', async () => {
  const io = fakeIo({ env, files: cityArchive() })
  expect([await run([...rounds, '-o', '趋势.html'], io), io.printed.out]).toEqual([0, '已写入 趋势.html\n'])
  const out = new TextDecoder().decode(io.files.get('/办案/趋势.html') as Uint8Array)
  await expect(out).toMatchFileSnapshot('golden/trend.html')
  expect(out).not.toMatch(/<script|https?:|src=/)
  expect(out.match(/<svg /g)).toHaveLength(1 + 5 + 7)
})

test('a narrow terminal has a sentence a row, and nothing is cut', async () => {
  const { out } = await transcript(rounds, { env, files: cityArchive(), columns: 60 })
  expect(out.split('\n').filter((line) => displayWidth(line) > 60)).toEqual([])
  expect(out).toContain('北票市：2024-06 12/5/7，2024-09 未报，2024-11 25/15/10，\n  2025-06 7/10/7\n')
})

test('more rounds than a page is wide stand one below the other', async () => {
  const rounds = Array.from({ length: 12 }, (_, at) => `2024-${String(at + 1).padStart(2, '0')}`)
  const files = Object.assign(
    {},
    ...rounds.map((round) => receipt({ programme: 'beichen', round, day: day(`${round}-05`) })),
  )
  const asked = ['collect', '--rounds', '--programme', 'beichen', '--as-of', '2024-12-31'] as const
  const { out } = await transcript(asked, { env, files })
  expect(out).toContain('期次＼案件类型  专利侵权裁决  专利纠纷调解  假冒专利  商标侵权   合计\n')
  expect(out.match(/^2024-\d\d {2}.*\d\/\d\/\d$/gm)).toHaveLength(12)
})

test.each([
  [['-f', 'csv'], 2, '各期趋势不能写成 csv'],
  [['-o', '趋势.xlsx'], 2, '各期趋势可写成 .txt、.json、.html 文件'],
  [['--programme', 'shanxi'], 3, '存档 存档 里没有报送方案 shanxi 的报送记录'],
  [['存档', '另一个'], 2, '--rounds 看的是一个存档，不读报送'],
] as const)('%j is refused', async (more, code, sentence) => {
  const { exitCode, err } = await transcript([...rounds, ...more], { env, files: cityArchive() })
  expect([exitCode, err]).toEqual([code, expect.stringContaining(sentence)])
})

test('a damaged receipt is told of, and as good as none', async () => {
  const files = { ...receipt(), '存档/2024-09/凌源市.json': new Uint8Array() }
  const { err } = await transcript(rounds, { env, files })
  expect(err).toBe('存档/2024-09/凌源市.json 不作依据：不是完整的 JSON 文件\n')
})
