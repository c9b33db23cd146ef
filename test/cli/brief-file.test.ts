import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { bytesAt, fakeIo, transcript } from '../fake-io.ts'
import { closed, log, returning, wrong } from './returns.ts'

test('the account is written with the table, and named in the document of both', async () => {
  const io = fakeIo(returning(closed(1)))
  const args = ['report', '凌源.csv', '-o', '表.csv', '-o', '表.json', '--brief', '夹/进展.docx']
  expect([await run(args, io), io.printed.out]).toEqual([
    0,
    '已写入 表.csv\n已写入 夹/进展.docx\n已写入 表.json\n',
  ])
  const document = JSON.parse(bytesAt(io, '表.json').toString())
  expect(document.outputs.map(({ path }: { path: string }) => path)).toEqual(['表.csv', '夹/进展.docx'])
})

test('without a table there is no account', async () => {
  const io = fakeIo(returning(wrong))
  expect(await run(['report', '凌源.csv', '--brief', '进展.md'], io)).toBe(1)
  expect([...io.files.keys()]).toEqual(['/办案/凌源.csv'])
})

test.each([
  {
    title: 'of an unknown extension',
    args: ['--brief', '进展.pdf'],
    exitCode: 2,
    err: 'ipcase：--brief 进展.pdf 的扩展名不对，不知道写成什么格式\n  工作进展情况可写成 .docx、.md 文件。\n',
  },
  {
    title: 'that exists',
    args: ['--brief', '旧.md'],
    exitCode: 3,
    err: 'ipcase：旧.md 已经存在\n  换一个文件名；确要替换的，加 --force。\n',
  },
  {
    title: 'that is the table too',
    args: ['--brief', '表.md', '-o', '表.md'],
    exitCode: 2,
    err: 'ipcase：表.md 写了两次\n  同一个文件只写一次 -o。\n',
  },
  {
    title: 'that is a log',
    args: ['台账.docx', '--brief', '台账.docx', '--force'],
    exitCode: 3,
    err: 'ipcase：台账.docx 是要读取的文件，不能替换它\n  请换一个文件名。\n',
  },
])('an account $title is refused before anything is read', async ({ args, exitCode, err }) => {
  const files = { '凌源.csv': log(wrong), '旧.md': '旧', '台账.docx': '' }
  expect(await transcript(['report', '凌源.csv', ...args], { files })).toEqual({ exitCode, out: '', err })
})

test('--force replaces an older account', async () => {
  const io = fakeIo(returning(closed(1)))
  await io.disk.write('进展.md', new Uint8Array(), { force: false })
  expect(await run(['report', '凌源.csv', '--brief', '进展.md', '-q', '--force'], io)).toBe(0)
  expect(new TextDecoder().decode(await io.disk.read('进展.md'))).toContain('# 季度工作进展情况\n')
})
