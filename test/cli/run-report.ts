import { readFile } from 'node:fs/promises'
import { run } from '../../src/cli.ts'
import { type FakeIo, fakeIo, type World } from '../fake-io.ts'

const log = [
  '填报单位：凌源市市场监督管理局',
  '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注',
  '1,商标侵权,朝凌市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://a.example.gov.cn/1,',
  '',
].join('\n')

export const form = await readFile('templates/form.xlsx')

/** A log, and what stands in the way of a report. */
export const files: NonNullable<World['files']> = {
  '台账/凌源.csv': log,
  '旧表.xlsx': '旧',
  '夹.xlsx/内.txt': '内',
  '模板.xlsx': form,
  '模板.docx': await readFile('templates/form.docx'),
  '空模板.xlsx': '',
  '字体.ttf': '不是字体',
}

interface Ran {
  readonly exitCode: number
  readonly io: FakeIo
}

/** One run. */
export async function aloud(words: string, io = fakeIo({ files }), disk = io.disk): Promise<Ran> {
  return { exitCode: await run(['report', ...words.split(' ')], { ...io, disk }), io }
}

/** One quiet run. */
export async function report(words: string, io = fakeIo({ files }), disk = io.disk): Promise<Ran> {
  return await aloud(`${words} -q`, io, disk)
}
