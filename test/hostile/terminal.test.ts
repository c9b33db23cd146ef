import { expect, test } from 'vitest'
import { harmlessInColour } from '../../src/io/terminal-text.ts'
import { transcript } from '../fake-io.ts'
import { headings, oneCase } from './one-case.ts'

/** An escape that clears the screen, one in a single sign, a title that beeps, DEL, and writing turned round. */
const evil = '\u001b[2J\u009b31m\u0007\u007f\u202eexe.\u2066'
const raw = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}]/u

const log = [headings, oneCase.map((cell) => (cell === '' ? evil : `${cell}${evil}`)), oneCase]
  .map((cells) => cells.join(','))
  .join('\n')
const sound = [headings, oneCase].map((cells) => cells.join(',')).join('\n')
const name = `台账${evil}.csv`
const config = JSON.stringify({ [`unit${evil}`]: 1, programme: evil })
const files = { [name]: `填报单位：${evil}局\n${log}\n`, '好.csv': `${sound}\n`, '坏.json': config }

const runs: readonly (readonly string[])[] = [
  ['validate', name],
  ['validate', name, '-q'],
  ['validate', name, '-o', `问题${evil}.csv`],
  ['validate', `没有${evil}.csv`],
  ['validate', '好.csv', '--programme', evil],
  ['validate', '好.csv', '--rule', `${evil}=off`],
  ['validate', '好.csv', `--${evil}`],
  ['validate', '好.csv', '--only', evil],
  ['validate', '好.csv', '--config', '坏.json'],
  ['report', name, '--allow-errors'],
  ['report', name, '--allow-errors', '-f', 'md'],
  ['report', '好.csv', '--unit', evil],
  ['report', '好.csv', '--unit', `凌源市${evil}`, '-o', `表${evil}.csv`, '--brief', `账${evil}.md`],
  ['report', '好.csv', '--unit', '凌源市', '--template', `表${evil}.xlsx`, '-o', '表.xlsx'],
  ['number', name],
  ['fix', name, '--dry-run'],
  ['fix', name],
  ['record', name, '--archive', `档${evil}`, '--unit', evil, '--allow-errors'],
  ['record', '--verify', '--archive', `档${evil}`],
  ['diff', '好.csv', name],
  ['diff', name, '好.csv', '-f', 'md'],
  ['collect', name, '好.csv'],
  ['deadline', '--programme', evil],
  ['deadline', '--archive', evil, '--unit', evil],
  ['template', '-o', `模板${evil}.csv`],
  ['explain', evil],
  ['init', '--unit', evil],
  ['init', '--show', '--unit', evil],
  ['completion', evil],
  [evil],
  [`--${evil}`],
]

test.each(runs.map((args) => [args.join(' ').replaceAll(evil, '…'), args] as const))(
  'ipcase %s says nothing that steers a terminal',
  async (_, args) => {
    const { out, err, exitCode } = await transcript(args, { files })
    expect([out, err].map((text) => raw.exec(text)?.input.slice(-300) ?? '')).toEqual(['', ''])
    expect(exitCode).not.toBe(70)
  },
)

test('the terminal gets colours and the progress bar, and nothing else that is not text', () => {
  const ours = '\r\u001b[K\u001b[31m× 错误\u001b[39m\n'
  expect(harmlessInColour(ours)).toBe(ours)
  expect(harmlessInColour(`${ours}\u001b[8m\r\u001b[K\u202e`)).toBe(
    `${ours}[U+001B][8m[U+000D][U+001B][K[U+202E]`,
  )
})
