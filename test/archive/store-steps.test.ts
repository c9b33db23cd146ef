import { expect, test } from 'vitest'
import { latestFor } from '../../src/archive/history.ts'
import { type Disk, type Io, UserError } from '../../src/io/io.ts'
import { readArchive } from '../../src/returns/handed-in.ts'
import { type Filing, storeReceipt } from '../../src/returns/store-receipt.ts'
import { type FakeIo, fakeIo } from '../fake-io.ts'
import { receiptOf } from './receipt.ts'

function filing(file: string, force: boolean, parts = {}): Filing {
  const { digest: _, revision: __, ...draft } = receiptOf({ file: { name: file, sha256: 'cd'.repeat(32) } })
  return { folder: '存档', draft: { ...draft, ...parts }, force }
}

async function latestIn(io: Io): Promise<string | undefined> {
  const { stored } = await readArchive('存档', io)
  const receipts = stored.map(({ receipt }) => receipt)
  return latestFor('2024-06', receipts)?.file.name
}

/** A disk whose power is cut before the change with this number. */
function cutBefore(change: number, { disk }: Io): Disk {
  let changes = 0
  const step = (): void => {
    changes++
    if (changes === change) throw new RangeError('power cut')
  }
  return {
    ...disk,
    async claim(...args) {
      step()
      return await disk.claim(...args)
    },
    async move(...args) {
      step()
      await disk.move(...args)
    },
  }
}

async function ioWithFirst(): Promise<FakeIo> {
  const io = fakeIo()
  await storeReceipt(filing('初稿.xlsx', false), io)
  return io
}

test.each([1, 2, 3])('cut off before change %d of a correction, the old return stands', async (change) => {
  const io = await ioWithFirst()
  const cut = { ...io, disk: cutBefore(change, io) }
  await expect(storeReceipt(filing('更正.xlsx', true), cut)).rejects.toThrow('power cut')
  expect(await latestIn(io)).toBe('初稿.xlsx')
  await expect(storeReceipt(filing('别的.xlsx', false), io)).rejects.toThrow(UserError)
  await storeReceipt(filing('更正.xlsx', true), io)
  expect(await latestIn(io)).toBe('更正.xlsx')
})

test('a correction is three changes: the old name reserved, the old receipt moved, the new one written', async () => {
  const io = await ioWithFirst()
  await storeReceipt(filing('更正.xlsx', true), { ...io, disk: cutBefore(4, io) })
  await storeReceipt(filing('再更正.xlsx', true), io)
  const { stored } = await readArchive('存档', io)
  expect(stored.map(({ path, receipt }) => [path, receipt.revision, receipt.file.name])).toEqual([
    ['存档/2024-06/凌源市.1.json', 1, '初稿.xlsx'],
    ['存档/2024-06/凌源市.2.json', 2, '更正.xlsx'],
    ['存档/2024-06/凌源市.json', 3, '再更正.xlsx'],
  ])
})

test('a damaged receipt is not replaced without force, and kept with it', async () => {
  const io = fakeIo({ files: { '存档/2024-06/凌源市.json': '{"round": "2024-06"' } })
  await expect(storeReceipt(filing('更正.xlsx', false), io)).rejects.toThrow(
    '凌源市市场监督管理局 2024-06 期的报送记录 存档/2024-06/凌源市.json 已经存在，但已损坏',
  )
  await storeReceipt(filing('更正.xlsx', true), io)
  expect(await readArchive('存档', io)).toMatchObject({
    stored: [{ path: '存档/2024-06/凌源市.json', receipt: { file: { name: '更正.xlsx' } } }],
    damaged: [{ path: '存档/2024-06/凌源市.1.json', reason: '不作依据：不是完整的 JSON 文件' }],
  })
})

test.each([
  ['another programme', { programme: 'beichen' }],
  ['another unit whose file has the same name', { unit: 'A所', unitKey: 'A所' }],
])('force replaces no receipt of %s', async (_, parts) => {
  const io = fakeIo()
  const first = { ...parts, unitKey: 'a所', unit: 'a所', programme: 'chaoyang' }
  await storeReceipt(filing('初稿.xlsx', false, 'unit' in parts ? first : {}), io)
  // A disk that knows no capitals.
  const lower = (path: string) => path.replace('A所', 'a所')
  const disk: Disk = { ...io.disk, kindOf: (path) => io.disk.kindOf(lower(path)) }
  const corrected = storeReceipt(filing('更正.xlsx', true, parts), { ...io, disk })
  await expect(corrected).rejects.toMatchObject({
    remedy: '两个方案、两个单位的记录不能同名，请用 --archive 另选一个存档。',
  })
})
