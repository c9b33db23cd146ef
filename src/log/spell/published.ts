import type { Published } from '../../model/case.ts'
import { foldWidth, withoutSpaces } from './blank.ts'

const spellings: Readonly<Record<Published, string>> = {
  是: '是 已公开 公开 已公示 公示 √ ✓ ✔ ☑ Y YES 1',
  否: '否 未公开 不公开 依法不公开 不予公开 不宜公开 免于公开 免予公开 未公示 不公示 不予公示 × ✗ ✘ X N NO 0',
  尚未: '拟公开 待公开 暂未公开 尚未公开 即将公开 公示中 正在公示 待公示 拟公示 暂未公示 尚未公示',
}

const answers = new Map(
  Object.entries(spellings).flatMap(([answer, words]) =>
    words.split(' ').map((word) => [word, answer as Published] as const),
  ),
)

const longestAnswer = 100

/** A reason in brackets behind the word, as in 否（涉及商业秘密）, belongs to the source, not to the answer. */
export function readPublished(text: string): Published | undefined {
  const exact = answers.get(text)
  if (exact || text.length > longestAnswer) return exact
  const plain = foldWidth(withoutSpaces(text)).toUpperCase()
  return answers.get(plain) ?? answers.get(plain.replace(/\(.*\)$|[。.]$/, ''))
}
