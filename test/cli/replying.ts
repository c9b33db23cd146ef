import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import type { ExampleRow } from '../../src/check/rule.ts'
import { run } from '../../src/cli.ts'
import { exampleLog } from '../example-log.ts'
import { fakeIo, type World } from '../fake-io.ts'

export const after = '2024-06-12'

/** A return of one unit: its 填报单位 above the rows. */
export function returnOf(unit: string, rows: readonly ExampleRow[]): string {
  return `填报单位：${unit}市场监督管理局,,,,,,,,\n${exampleLog(rows).replace('\uFEFF', '')}`
}

export const faulty = [{ closed: '2024-01-05' }, { published: '', url: '' }, { url: '' }]
export const shuangta = returnOf('双塔区', faulty)
export const others = Object.fromEntries(
  ['龙城区', '朝阳县', '建平县', '喀左县', '北票市'].map((unit, at) => [
    `报送/${unit}.csv`,
    returnOf(unit, [{ caseNumber: `${unit}市监处罚〔2024〕${at + 1}号` }]),
  ]),
)
export const files = { '报送/双塔.csv': shuangta, ...others }

export async function collect(world: World['files'], ...more: readonly string[]) {
  const io = fakeIo({ files: { ...world } })
  const words = ['collect', '报送', '--as-of', after, '-q', ...more]
  const exitCode = await run(words, io)
  const written = [...io.files.keys()].filter((path) => path.startsWith('/办案/退回/'))
  return { io, exitCode, written: written.map((path) => path.slice('/办案/退回/'.length)) }
}

export function wordsIn(bytes: Uint8Array): string {
  const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml'])
  return xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')
}

export async function bookOf(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer)
  return workbook
}
