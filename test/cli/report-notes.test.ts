import { expect, test } from 'vitest'
import { commandLine } from '../../src/render/command-line.ts'
import { screenOf, transcript } from '../fake-io.ts'
import { files } from './run-report.ts'

const world = { files }

test('a quiet run that is late says so', async () => {
  expect(await transcript(['report', '台账', '-o', '表.csv', '-q', '--as-of', '2024-06-11'], world)).toEqual({
    exitCode: 4,
    out: '',
    err: [
      '本期 2024-06：2024年6月10日（星期一）前（含当日）报送季度工作进展情况、案件办理情况表，未见报送记录，逾期 1 天。',
      '请立即报送；已经报送的，可用 ipcase record 登记。',
      '',
    ].join('\n'),
  })
})

test.each([
  [['report', '台账/凌源.csv'], 'ipcase report 台账/凌源.csv'],
  [['report', '6月 台账/凌源（终）.csv'], 'ipcase report "6月 台账/凌源（终）.csv"'],
  [['validate', '台账/*.csv', 'C:\\台账\\凌源.xlsx'], 'ipcase validate "台账/*.csv" C:\\台账\\凌源.xlsx'],
  [['number', '凌源(1).csv', '-o', "凌源's.csv"], 'ipcase number "凌源(1).csv" -o "凌源\'s.csv"'],
  [['number', '价$1"甲\'乙.csv'], "ipcase number '价$1\"甲'\\''乙.csv'"],
])('%j can be pasted as %s', (words, line) => {
  expect(commandLine(...words)).toBe(line)
})

test('the command to run again can be pasted', async () => {
  const blank = String(files['台账/凌源.csv']).replace('2024-03-05', '')
  const { err } = await transcript(['report', '6月 凌源.csv'], { files: { '6月 凌源.csv': blank } })
  expect(err).toContain('再运行 ipcase report "6月 凌源.csv"')
})

test('on a screen a blank line stands between the findings and the form', async () => {
  const screen = await screenOf(['report', '台账'], 80, world)
  expect(screen).toContain('条规则。\n\n附件\n')
})
