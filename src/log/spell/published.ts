import type { Published } from '../../model/case.ts'
import { foldWidth, withoutSpaces } from './blank.ts'

const spellings: Readonly<Record<Published, string>> = {
  是: '是 已公开 公开 已公示 公示 已上网公开 已上网公示 已上网 上网公示 已网上公示 已网上公开 公示期满 已公示期满 √ ✓ ✔ ☑ Y YES 1',
  否: '否 未公开 不公开 依法不公开 不予公开 依法不予公开 无需公开 无须公开 不需公开 不需要公开 暂不公开 不宜公开 免于公开 免予公开 未公示 不公示 不予公示 依法不予公示 依法不公示 无需公示 不涉及 × ✗ ✘ X N NO 0',
  尚未: '拟公开 待公开 暂未公开 尚未公开 还未公开 即将公开 待公示 拟公示 暂未公示 尚未公示 还未公示',
}

const answers = new Map(
  Object.entries(spellings).flatMap(([answer, words]) =>
    words.split(' ').map((word) => [word, answer as Published] as const),
  ),
)

/** 公示 begins with the publication and goes on for months: with a link it is published, without one not yet. */
const underWay: ReadonlySet<string> = new Set(['公示中', '正在公示', '正在公示中', '公开中', '已公示中'])

const longestAnswer = 100

/** ☑是□否: the box that is marked. */
const boxes = /^(?:([☑√✓✔■☒])是|[□☐○]是)[/／、]?(?:([☑√✓✔■☒])否|[□☐○]否)$/

function markedBox(text: string): Published | undefined {
  const boxed = boxes.exec(text)
  if (!boxed || (boxed[1] === undefined) === (boxed[2] === undefined)) return undefined
  return boxed[1] === undefined ? '否' : '是'
}

/**
 * A reason behind the word belongs to the source, not to the answer: 否（涉及商业秘密）, 否，仅警告.
 * What stands there must not answer otherwise: 是，拟公开 is neither. 否（尚未公开） is not yet.
 */
function answerBefore(plain: string, hasLink: boolean): Published | undefined {
  const [, word = '', bracketed, behind] = /^(.{1,8}?)(?:\((.*)\)|[,:;。.](.*))$/.exec(plain) ?? []
  const answer = answers.get(word)
  const reason = bracketed ?? behind ?? ''
  const other = reason === '' || underWay.has(reason) ? answer : plainAnswer(reason, hasLink)
  if (answer === undefined || other === undefined || other === answer) return answer
  return answer === '是' || other === '是' ? undefined : '尚未'
}

function plainAnswer(plain: string, hasLink: boolean): Published | undefined {
  if (underWay.has(plain)) return hasLink ? '是' : '尚未'
  return answers.get(plain) ?? markedBox(plain) ?? answerBefore(plain, hasLink)
}

export function readPublished(text: string, hasLink = false): Published | undefined {
  const exact = answers.get(text)
  if (exact || text.length > longestAnswer) return exact
  return plainAnswer(foldWidth(withoutSpaces(text)).toUpperCase(), hasLink)
}

/** Whether a text is the answer in other words and says no reason, which the answer alone would lose. */
export function isPlainAnswer(text: string): boolean {
  const plain = foldWidth(withoutSpaces(text)).toUpperCase()
  const isReason = /依法|不予|无需|无须|不需|不宜|免|暂|涉及/.test(plain)
  return !isReason && (answers.has(plain) || markedBox(plain) !== undefined)
}
