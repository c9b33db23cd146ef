import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { bookOf, collect, files, others } from '../cli/replying.ts'
import { bytesAt, fakeIo } from '../fake-io.ts'
import { convert, pdfPageSizes, pdfPages, toPdf } from './office.ts'

const { io } = await collect(files, '--replies', '退回')
const reply = bytesAt(io, '退回/双塔区-退回修改.xlsx')

const again = 'xlsx:Calc MS Excel 2007 XML'

test('a reply that LibreOffice saved is the same return with the same list, its faults still coloured', async () => {
  const saved = await convert(reply, 'xlsx', again)
  const cell = (await bookOf(saved)).getWorksheet('双塔')?.getCell('E3')
  expect([cell?.text, JSON.stringify(cell?.fill), JSON.stringify(cell?.note)]).toEqual([
    '2024-01-05',
    expect.stringContaining('FFFFC7CE'),
    expect.stringContaining('早于立案时间'),
  ])
  const second = fakeIo({ files: { ...others, '报送/双塔区-退回修改.xlsx': saved } })
  await run(['collect', '报送', '--as-of', '2024-06-12', '-f', 'json', '-q'], second)
  const [unit] = JSON.parse(second.printed.out).units
  expect(unit).toMatchObject({ cases: 3, since: { mended: 0, explained: 0, open: 3, new: 0 } })
})

test.each(['双塔区-退回修改通知', '凌源市-催报通知'])(
  'LibreOffice prints %s on A4, signed and dated',
  async (name) => {
    const pdf = await toPdf(bytesAt(io, `退回/${name}.docx`), 'docx')
    const [first = ''] = await pdfPages(pdf)
    expect(first.replace(/\s/g, '')).toMatch(/^关于.*知识产权行政案件统计表的通知.*市场监督管理局：/)
    const letters = (await pdfPages(pdf)).join('').replace(/\s/g, '')
    expect(letters).toContain('朝阳市市场监督管理局2024年6月12日')
    for (const size of await pdfPageSizes(pdf)) expect(size.map(Math.round)).toEqual([595, 842])
  },
)
