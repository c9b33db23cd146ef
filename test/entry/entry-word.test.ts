import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { bytesAt, fakeIo, transcript } from '../fake-io.ts'

async function written(...options: readonly string[]): Promise<Uint8Array> {
  const io = fakeIo()
  expect(await run(['template', '-o', '台账.docx', '--unit', '凌源市', ...options], io)).toEqual(0)
  return bytesAt(io, '台账.docx')
}

const untouched = await written()

function filledIn(change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(untouched)
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  return zipSync({ ...parts, 'word/document.xml': strToU8(change(xml)) })
}

async function checked(bytes: Uint8Array) {
  const files = { '台账.docx': bytes }
  return JSON.parse((await transcript(['validate', '台账.docx', '-f', 'json'], { files })).out)
}

test('the untouched Word form is a nil return without a finding', async () => {
  const { findings, logs } = await checked(untouched)
  expect([findings, logs[0].cases, logs[0].skipped.placeholder]).toEqual([[], 0, 25])
  const { exitCode, out } = await transcript(['report', '台账.docx'], { files: { '台账.docx': untouched } })
  expect([exitCode, out.includes('本期无案件')]).toEqual([0, true])
})

test('the same form is the same bytes, with 决定日期 and the columns that were asked for', async () => {
  expect(Buffer.compare(untouched, await written())).toEqual(0)
  const xml = strFromU8(
    unzipSync(await written('--column', '当事人'))['word/document.xml'] ?? new Uint8Array(),
  )
  const heading = xml.slice(0, xml.indexOf('</w:tr>'))
  expect([...heading.matchAll(/<w:tc>.*?<w:t [^>]*>([^<]*)/g)].map(([, text]) => text).slice(3)).toEqual([
    ...['立案时间', '结案时间', '决定日期', '结案方式', '是否公开', '公开网址', '备注', '当事人'],
  ])
})

test('结案方式 offers what closes a case of its own line’s type', () => {
  const xml = strFromU8(unzipSync(untouched)['word/document.xml'] ?? new Uint8Array())
  const line = (type: string): string => xml.split('<w:tr>').find((row) => row.includes(`>${type}<`)) ?? ''
  expect(line('专利侵权裁决')).toContain('w:value="裁驳（专利权无效）"')
  expect(line('商标侵权')).not.toContain('w:value="裁驳（专利权无效）"')
  expect(line('商标侵权')).toContain('w:value="拟公开"')
})

test('a line in which a case is written and choices are made is that case, its neighbours none', async () => {
  const rows = (xml: string): string[] => xml.split(/(?=<w:tr>)/)
  const bytes = filledIn((xml) => {
    const all = rows(xml)
    const at = all.findIndex((row) => row.includes('>商标侵权<'))
    const texts = ['朝凌市监处罚〔2024〕12号', '2024-03-05', '2024-04-18', '2024-04-18']
    let [cell, choice] = [0, 0]
    const line = (all[at] ?? '')
      .replace(/<\/w:rPr><\/w:r>/g, (end) => {
        const text = texts[cell++]
        return text ? `</w:rPr><w:t>${text}</w:t></w:r>` : end
      })
      .replaceAll('<w:showingPlcHdr/>', '')
      .replace(/\u3000\u3000/g, () => ['行政处罚', '否'][choice++] ?? '')
    return [...all.slice(0, at), line, ...all.slice(at + 1)].join('')
  })
  const { logs, findings } = await checked(bytes)
  expect([logs[0].cases, logs[0].skipped.placeholder]).toEqual([1, 24])
  expect(findings.map(({ rule }: { rule: string }) => rule)).toEqual(['unpublished-without-reason'])
})
