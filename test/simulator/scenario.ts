import type { World } from '../fake-io.ts'
import { damagedBook } from '../soak/damage-book.ts'
import { damagedText } from '../soak/damage-text.ts'
import type { Random } from '../soak/random.ts'
import { dialectOf, soundCases } from '../soak/sound-log.ts'

export const unit = '凌源市市场监督管理局'
export const archive = '存档'
export const logs = ['台账.csv', '补报.csv'] as const

export type Files = NonNullable<World['files']>

function someLog(random: Random): Uint8Array {
  const cases = soundCases(random)
  return (random.below(4) === 0 ? damagedBook(cases, random) : damagedText(cases, dialectOf(random), random))
    .bytes
}

const settings = JSON.stringify({
  unit,
  archive,
  logs: ['台账.csv'],
  outputs: ['表.csv', '表.json', '表.docx'],
})

/** Two logs, and perhaps what earlier runs have left. */
export function someFiles(random: Random): Files {
  const isSet = random.below(2) === 0
  const isWritten = random.below(2) === 0
  return {
    '台账.csv': someLog(random),
    '补报.csv': someLog(random),
    ...(isSet && { 'ipcase.config.json': settings }),
    ...(isWritten && { '表.csv': '旧表', '表.json': '{}', '表.xlsx': '旧表', '问题.csv': '旧单' }),
  }
}

/** Of what people run, that which reads or writes what others do. */
const lines: readonly string[] = [
  'report LOG -f json --allow-errors --unit UNIT',
  'report LOG -o 表.csv -o 表.json --force --allow-errors --unit UNIT --archive 存档 --record',
  'report LOG -o 表.json --force --allow-errors --unit UNIT --period since-last --archive 存档',
  'report LOG -o 表.xlsx -o 表.md -o 表.html --allow-errors --unit UNIT',
  'report --allow-errors',
  'report --allow-errors --record',
  'record LOG --archive 存档 --allow-errors --unit UNIT',
  'record LOG --archive 存档 --allow-errors --unit UNIT --force',
  'record LOG --archive 存档 --allow-errors --unit 双塔区',
  'record --verify --archive 存档',
  'validate LOG -f json',
  'validate . -f json',
  'validate LOG -o 问题.csv -o 问题.xlsx',
  'validate LOG -o 问题.csv --force --explained 问题.csv',
  'number LOG --force',
  'fix LOG',
  'fix LOG --in-place',
  'fix LOG --in-place --force',
  'diff 台账.csv 补报.csv -f json',
  'deadline --archive 存档',
  'collect . -f json --allow-errors',
  'collect 台账.csv 补报.csv -o 汇总.csv -o 汇总.json --allow-errors --archive 存档 --record --force',
  'init --unit UNIT',
]

/** One to three command lines for one world. */
export function someRuns(random: Random): readonly (readonly string[])[] {
  return Array.from({ length: 1 + random.below(3) }, () =>
    random
      .of(lines)
      .replace('LOG', random.of([...logs, logs.join(' ')]))
      .replace('UNIT', unit)
      .split(' '),
  )
}
