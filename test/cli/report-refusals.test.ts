import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { fakeIo } from '../fake-io.ts'
import { files, form, report } from './run-report.ts'

const refusals: readonly (readonly [string, string, number, string])[] = [
  [
    'a file that is there',
    '台账 -o 新.csv -o 旧表.xlsx',
    3,
    '旧表.xlsx 已经存在\n  换一个文件名；确要替换的，加 --force。',
  ],
  [
    'a folder',
    '台账 -o 新.csv -o 夹.xlsx --force',
    3,
    '夹.xlsx 是文件夹，不是文件\n  请写明文件夹里的文件名。',
  ],
  [
    'a folder without an extension',
    '台账 -o 新.csv -o 台账',
    3,
    '台账 是文件夹，不是文件\n  请写明文件夹里的文件名。',
  ],
  [
    "a folder's name that nothing has yet",
    '台账 -o 新.csv -o 新.xlsx/',
    3,
    '新.xlsx/ 是文件夹，不是文件\n  请写明文件夹里的文件名。',
  ],
  [
    'a file in a file',
    '台账 -o 新.csv -o 旧表.xlsx/甲/乙.csv',
    3,
    '旧表.xlsx 是文件，不是文件夹\n  请检查路径是否写对。',
  ],
  ['one file twice', '台账 -o 新.csv -o ./新.csv --force', 2, './新.csv 写了两次\n  同一个文件只写一次 -o。'],
  [
    'an unknown extension',
    '台账 -o 新.csv -o 新.doc',
    2,
    '新.doc 的扩展名不对，不知道写成什么格式\n  报表可写成 ',
  ],
  ['no extension', '台账 -o 新.csv -o 新', 2, '新 的扩展名不对，不知道写成什么格式\n  报表可写成 '],
  [
    'the log itself',
    '台账/凌源.csv -o 台账/凌源.csv --force',
    3,
    '台账/凌源.csv 是要读取的文件，不能替换它\n  请换一个文件名。',
  ],
  [
    'the log by another name',
    '台账/../台账/凌源.csv -o 台账/./凌源.csv --force',
    3,
    '台账/./凌源.csv 是要读取的文件，不能替换它',
  ],
  [
    'the only log of a folder',
    '台账 -o 台账/凌源.csv --force',
    3,
    '除了要写入的文件，没有台账可读\n  请检查文件夹里的台账。',
  ],
  [
    'the template',
    '台账 -o 模板.xlsx --template 模板.xlsx --force',
    3,
    '模板.xlsx 是要读取的文件，不能替换它',
  ],
  [
    'a template that is not there',
    '台账 -o 新.xlsx --template 没有.xlsx',
    3,
    '没有.xlsx 不存在\n  请检查路径',
  ],
  [
    'a template of another kind',
    '台账 -o 新.xlsx --template 台账/凌源.csv',
    2,
    '台账/凌源.csv 不能作模板\n  模板应为 .xlsx 或 .docx 文件。',
  ],
  [
    'a template without an extension',
    '台账 -o 新.xlsx --template 模板',
    2,
    '模板 不能作模板\n  模板应为 .xlsx 或 .docx 文件。',
  ],
  [
    'a template for no output',
    '台账 -o 新.xlsx --template 模板.docx',
    2,
    '--template 模板.docx 没有用处\n  请用 -o 写明要写成的 .docx 文件。',
  ],
  [
    'a template that is no workbook',
    '台账 -o 新.csv -o 新.xlsx --template 空模板.xlsx',
    2,
    '模板不是可用的 .xlsx 文件',
  ],
  ['a font that is not there', '台账 -o 新.pdf --font 没有.ttf', 3, '没有.ttf 不存在\n  请检查路径'],
  ['a font that is none', '台账 -o 新.csv -o 新.pdf --font 字体.ttf', 2, '指定的字体文件不能用：'],
  [
    'a font for no output',
    '台账 -o 新.xlsx --font 字体.ttf',
    2,
    '--font 字体.ttf 没有用处\n  请用 -o 写明要写成的 .pdf 文件。',
  ],
]

test.each(refusals)('%s is refused, and nothing is written', async (_, words, exitCode, sentence) => {
  const ran = await report(words)
  expect([ran.exitCode, ran.io.printed.out]).toEqual([exitCode, ''])
  expect(ran.io.printed.err).toContain(`ipcase：${sentence}`)
  expect(ran.io.files).toEqual(fakeIo({ files }).files)
})

test('a template that lacks a marker is refused with its name', async () => {
  const parts = Object.entries(unzipSync(form)).map(([name, bytes]) => {
    const isText = /\.(?:xml|rels)$/.test(name)
    return [name, isText ? strToU8(strFromU8(bytes).replaceAll('{{案件编号}}', '案件编号')) : bytes] as const
  })
  const io = fakeIo({ files: { ...files, '缺.xlsx': zipSync(Object.fromEntries(parts)) } })
  expect((await report('台账 -o 新.xlsx --template 缺.xlsx', io)).exitCode).toBe(2)
  expect(io.printed.err).toContain('{{案件编号}}')
  expect(io.files.has('/办案/新.xlsx')).toBe(false)
})

const rows = Array.from({ length: 50_001 }, (_, at) => `商标侵权,凌${at}号,2024-03-05,,在办,,,`)
const heading = '案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注'
const log = [heading, ...rows, ''].join('\n')

test('a form of more than 50,000 rows is refused before the work, csv and json are not', async () => {
  const io = fakeIo({ files: { '台账.csv': log } })
  const before = [...io.files.keys()]
  const forms = ['xlsx', 'docx', 'pdf', 'html', 'md'].flatMap((name) => ['-o', `表.${name}`])
  expect(await run(['report', '台账.csv', ...forms, '-o', '表.csv', '-f', 'text'], io)).toBe(3)
  expect(io.printed.err).toContain(
    '统计表有 50001 行，超过 50000 行，写不成 text、xlsx、docx、pdf、html、md\n  请改写成 .csv 或 .json 文件，或用 --period 分期出表。',
  )
  expect([...io.files.keys()]).toEqual(before)
  expect(await run(['report', '台账.csv', '-o', '表.csv', '-o', '表.json'], io)).toBe(0)
  expect([...io.files.keys()]).toEqual([...before, '/办案/表.csv', '/办案/表.json'])
})
