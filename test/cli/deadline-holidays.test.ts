import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { transcript } from '../fake-io.ts'

const whole2027 = {
  year: 2027,
  daysOff: [
    { date: '2026-12-31', to: '2027-01-02', name: '元旦' },
    { date: '2027-02-05', to: '2027-02-11', name: '春节' },
    { date: '2027-04-05', name: '清明节' },
    { date: '2027-05-01', to: '2027-05-05', name: '劳动节' },
    { date: '2027-06-09', to: '2027-06-10', name: '端午节' },
    { date: '2027-10-01', to: '2027-10-07', name: '国庆节、中秋节' },
  ],
  workingDays: ['2026-12-27', '2027-02-20'],
}

async function told(json: unknown, asOf: string, options: readonly string[] = []) {
  const files = { '放假.json': JSON.stringify(json) }
  const args = ['deadline', '--as-of', asOf, '--holidays', '放假.json', ...options]
  const { err } = await transcript(args, { files })
  return err.trimEnd().split('\n')
}

test('a file for a year that the program lacks says what it holds and what it changes', async () => {
  expect(await told(whole2027, '2026-12-20')).toEqual([
    '放假安排 放假.json（2027 年）',
    '  放假：元旦 2026年12月31日至1月2日（3 天），春节 2月5日至2月11日（7 天），清明节 4月5日（1 天），劳动节 5月1日至5月5日（5 天），端午节 6月9日至6月10日（2 天），国庆节、中秋节 10月1日至10月7日（7 天）',
    '  调休上班：2026年12月27日（星期日）、2月20日（星期六）',
    '  与程序内置的不同：2026年12月27日由周末改为工作日，2026年12月31日由工作日改为元旦',
    '  2027-06 期：当日由未知改为端午节，最后工作日由未知改为2027-06-08，剩工作日由未知改为113',
    '  2027-09 期：当日由未知改为工作日，最后工作日由未知改为2027-09-10，剩工作日由未知改为179',
    '  2027-11 期：当日由未知改为工作日，最后工作日由未知改为2027-11-10，剩工作日由未知改为217',
  ])
})

test('a file that contradicts itself, lacks a holiday or works on a Monday is doubted', async () => {
  const file = {
    year: 2027,
    daysOff: whole2027.daysOff.slice(2),
    workingDays: ['2027-05-01', '2027-05-10'],
  }
  const lines = await told(file, '2026-12-20')
  expect([lines[3], lines.at(-1)]).toEqual([
    '  程序内置的没有 2027 年，由这个文件补上',
    '  请对照通知核对：没有写元旦；没有写春节；2027年5月1日（星期六）既写了放假，又写了上班，按上班算；2027年5月10日（星期一）写了调休上班，本来就是工作日',
  ])
})

test('a file for a year that is known says where it differs, and of many days the first', async () => {
  const file = { year: 2024, daysOff: [{ date: '2024-06-10', name: '端午节' }] }
  const lines = await told(file, '2024-06-07')
  expect(lines[3]).toMatch(
    /^ {2}与程序内置的不同：2024年1月1日由元旦改为工作日，2024年2月4日由工作日改为周末，.*……共 \d+ 天$/,
  )
  expect(lines.filter((line) => line.includes('期：'))).toEqual([
    '  2024-11 期：剩工作日由105改为109',
    '  2025-06 期：剩工作日由248改为252',
    '  2025-09 期：剩工作日由314改为318',
    '  2025-11 期：剩工作日由353改为357',
  ])
})

test('the example in the manual is the State Council’s 2026, and changes nothing', async () => {
  const manual = await readFile('docs/manual.md', 'utf8')
  const [, example = ''] = /```json\n(\{\n {2}"year".*?)```/s.exec(manual) ?? []
  const lines = await told(JSON.parse(example), '2026-11-28')
  expect(lines.slice(3)).toEqual(['  与程序内置的 2026 年相同', '  列出的各期都没有变化'])
})

test('a quiet run says nothing of it', async () => {
  expect(await told(whole2027, '2026-12-20', ['-q'])).toEqual([''])
})
