import { type Draft, receiptBytes } from '../../src/archive/receipt-file.ts'
import { run } from '../../src/cli.ts'
import { receiptOf } from '../archive/receipt.ts'
import { fakeIo, type World } from '../fake-io.ts'

export const headings = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注'

/** A closed trademark case, with this serial and number. */
export function closed(count: number): string {
  return `${count},商标侵权,凌市监处罚〔2024〕${count}号,2024-03-05,2024-04-18,行政处罚,是,https://a.example.gov.cn/${count},`
}

export const stillOpen = '2,商标侵权,凌市监立〔2024〕9号,2024-05-06,,在办,,,'

export const wrong =
  '2,商标侵权,凌市监处罚〔2024〕3号,2024-03-05,2024-02-18,行政处罚,是,https://a.example.gov.cn/3,'

export function log(...rows: readonly string[]): string {
  return ['填报单位：凌源市市场监督管理局', headings, ...rows, ''].join('\n')
}

export const env = { IPCASE_ARCHIVE: '存档' }

/** A log of these rows, and an archive. */
export function returning(...rows: readonly string[]): World {
  return { env, files: { '凌源.csv': log(...rows) } }
}

/** Several runs in one world: what the last one says, and what the archive holds then. */
export async function runs(start: World, ...lines: readonly (readonly string[])[]) {
  let files = start.files ?? {}
  let said = { exitCode: 0, out: '', err: '' }
  for (const line of lines) {
    const io = fakeIo({ ...start, files })
    const exitCode = await run(line, io)
    files = Object.fromEntries(io.files)
    const { out, err } = io.printed
    said = { exitCode, out, err }
  }
  const folder = '/办案/存档/'
  const receipts = Object.keys(files).filter((path) => path.startsWith(folder))
  const contentOf = (path: string) => JSON.parse(new TextDecoder().decode(files[folder + path] as Uint8Array))
  return { ...said, receipts: receipts.map((path) => path.slice(folder.length)), contentOf }
}

/** The archive's file of a return by 凌源市, but for what is said otherwise. */
export function receipt(parts: Partial<Draft> = {}): Readonly<Record<string, Uint8Array>> {
  const made = receiptOf(parts)
  return { [`存档/${made.round}/${made.unitKey}.json`]: receiptBytes(made) }
}
