import { expect, test } from 'vitest'
import { ExitCode, UserError } from '../../src/io/io.ts'
import { expandInputs, failureOf } from '../../src/returns/inputs.ts'
import { fakeIo } from '../fake-io.ts'

const denied = new UserError('锁着.csv 没有读取权限', '请让文件的主人开放权限。', ExitCode.failure)

const files = {
  '凌源.csv': '',
  '台账(1).csv': '',
  '台账(2).csv': '',
  '台账[旧].csv': '',
  '~$凌源.xlsx': '',
  '.草稿.csv': '',
  '说明.pdf': '',
  '报表/10月.csv': '',
  '报表/2月.CSV': '',
  '报表/2月.xlsx': '',
  '报表/汇报.doc': '',
  '报表/照片.jpg': '',
  '报表/双塔区/3月.et': '',
  '空/说明.txt.bak': '',
  '/共享/北票.tsv': '',
}

async function expanded(...words: string[]) {
  const { logs, skipped, failures } = await expandInputs(words, fakeIo({ files }))
  return [
    ...logs.map(({ path }) => path),
    ...skipped.map(({ path, reason }) => `跳过 ${path}：${reason}`),
    ...failures.map(({ path, message, remedy }) => `失败 ${path}：${message}。${remedy}`),
  ]
}

test.each([
  ['a file is itself', ['凌源.csv'], ['凌源.csv']],
  ['a path stays as given', ['./凌源.csv'], ['./凌源.csv']],
  ['a file that is no log by its name is read when it is named', ['说明.pdf'], ['说明.pdf']],
  [
    'a folder is searched to the bottom, 2 before 10, other kinds passed over with a reason',
    ['报表'],
    [
      '报表/2月.CSV',
      '报表/2月.xlsx',
      '报表/10月.csv',
      '报表/双塔区/3月.et',
      '跳过 报表/汇报.doc：旧版 Word 文件读不了，请另存为 .docx',
      '跳过 报表/照片.jpg：图片读不了，请改用原来的表格文件',
    ],
  ],
  [
    'hidden files and lock files are nobody’s logs',
    ['*.{csv,xlsx}'],
    ['凌源.csv', '台账(1).csv', '台账(2).csv', '台账[旧].csv'],
  ],
  ['a star stays inside its folder', ['报表/*.csv'], ['报表/2月.CSV', '报表/10月.csv']],
  ['two stars go to the bottom', ['**/3月.*'], ['报表/双塔区/3月.et']],
  ['two stars also stand for no folder', ['**/2月.xlsx', '报表/**/2月.xlsx'], ['报表/2月.xlsx']],
  [
    'Chinese stands in a glob as it is',
    ['双*/**', '报表/双?区/*'],
    ['报表/双塔区/3月.et', '失败 双*/**：没有符合的台账。请检查通配符和所在的文件夹。'],
  ],
  ['round brackets are part of a name', ['台账(*).csv'], ['台账(1).csv', '台账(2).csv']],
  ['a file whose name reads as a glob is that file', ['台账[旧].csv'], ['台账[旧].csv']],
  ['a class of characters chooses', ['台账([2-9]).csv'], ['台账(2).csv']],
  ['a glob may start at the root', ['/共享/*.tsv'], ['/共享/北票.tsv']],
  ['a glob may start above', ['../共享/*'], ['../共享/北票.tsv']],
  [
    'back-slashes are separators',
    ['报表\\2月.xlsx', '.\\报表\\*.csv'],
    ['报表/2月.xlsx', '报表/2月.CSV', '报表/10月.csv'],
  ],
  [
    'the same file under several names is read once',
    ['报表/2月.xlsx', './报表/../报表/2月.xlsx', '报表/*.xlsx'],
    ['报表/2月.xlsx'],
  ],
  ['standard input is read once', ['-', '凌源.csv', '-'], ['-', '凌源.csv']],
  [
    'a missing file hides no other and names the nearest',
    ['凌原.csv', '凌源.csv'],
    ['凌源.csv', '失败 凌原.csv：不存在。您要的可能是 凌源.csv。'],
  ],
  [
    'a missing folder is told',
    ['没有/一月.csv'],
    ['失败 没有/一月.csv：不存在。请检查路径和文件名是否写对。'],
  ],
  [
    'an option behind a long dash is told',
    ['—unit'],
    ['失败 —unit：不存在。选项前面要用英文短横线，例如 --unit。'],
  ],
  ['a glob without a match is told', ['*.tsv'], ['失败 *.tsv：没有符合的台账。请检查通配符和所在的文件夹。']],
  [
    'a folder without a log is told',
    ['空'],
    [
      '跳过 空/说明.txt.bak：不是台账文件',
      '失败 空：没有台账。台账文件以 .csv .tsv .txt .xlsx .xls .et .docx 结尾。',
    ],
  ],
])('%s', async (_, words, expected) => {
  expect(await expanded(...words)).toEqual(expected)
})

test('nothing given is a mistake of usage', async () => {
  await expect(expandInputs([], fakeIo())).rejects.toEqual(
    new UserError('没有台账可读', '请写上台账文件、文件夹或 -（标准输入），或在配置里写 logs。'),
  )
})

test('what the disk says of a path stands beside it', () => {
  expect(failureOf('锁着.csv', denied)).toEqual({
    path: '锁着.csv',
    message: '没有读取权限',
    remedy: '请让文件的主人开放权限。',
  })
})

test('a log is read only when it is opened', async () => {
  const { logs } = await expandInputs(['锁着.csv'], fakeIo({ files: { '锁着.csv': denied } }))
  const [log] = logs
  await expect(log?.open()[Symbol.asyncIterator]().next()).rejects.toEqual(denied)
})

test('standard input is opened like a file', async () => {
  const { logs } = await expandInputs(['-'], fakeIo({ stdin: '案件类型' }))
  const chunks: Uint8Array[] = []
  for (const { open } of logs) for await (const chunk of open()) chunks.push(new Uint8Array(chunk))
  expect(Buffer.concat(chunks).toString()).toEqual('案件类型')
})
