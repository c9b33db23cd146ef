import type { Io } from '../io/io.ts'
import type { Config } from '../model/documents/config.ts'
import { programmes } from '../programmes/index.ts'

interface Question {
  readonly key: 'programme' | 'unit' | 'logs' | 'outputs' | 'archive'
  readonly text: string
  /** Several answers stand on one line with a comma between. */
  readonly many?: true
}

/** What a unit writes once instead of every time, in the order in which a clerk would say it. */
const questions: readonly Question[] = [
  { key: 'unit', text: '填报单位（印在表上的全称，如 凌源市市场监督管理局）' },
  {
    key: 'programme',
    text: `按哪份通知报送（${programmes.map(({ id, name }) => `${id}：${name}`).join('；')}；直接回车为 chaoyang）`,
  },
  { key: 'logs', text: '台账在哪里（文件或文件夹，几个的用逗号隔开）', many: true },
  {
    key: 'outputs',
    text: '统计表写成哪些文件（如 统计表.xlsx,统计表.pdf；直接回车为显示在屏幕上）',
    many: true,
  },
  { key: 'archive', text: '报送存档放在哪个文件夹（如 报送存档；直接回车为不用存档）' },
]

function answered({ key, many }: Question, answer: string): Config {
  const words = answer
    .split(many ? /[,，、]/ : /$^/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
  const [first] = words
  return first === undefined ? {} : { [key]: many ? words : first }
}

/** What the options leave open is asked where somebody sits; an empty answer leaves it open. */
export async function askFor(given: Config, { ask }: Io): Promise<Config> {
  let config = given
  if (ask === undefined) return config
  for (const question of questions) {
    if (config[question.key] !== undefined) continue
    config = { ...config, ...answered(question, await ask(`${question.text}：\n> `)) }
  }
  return config
}
