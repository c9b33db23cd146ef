import { expect, test } from 'vitest'
import { confirmation, invalidation, mentionIn } from '../../src/model/remark-words.ts'

test.each([
  ['行政调解司法确认', 'exact'],
  ['已 司法 确认', 'exact'],
  ['经司法确认，双方已履行', 'exact'],
  ['调解协议经法院确认', 'loose'],
  ['法院裁定确认协议有效', 'loose'],
  ['未申请司法确认', 'denied'],
  ['无需司法确认', 'denied'],
  ['当事人不申请法院确认', 'denied'],
  ['司法确认：无', 'denied'],
  ['未履行，已司法确认', 'exact'],
  ['已确认收货', 'none'],
  ['当事人确认已履行', 'none'],
  ['（2024）辽1302民特5号', 'loose'],
  ['', 'none'],
] as const)('of 司法确认 「%s」 makes a mention that is %s', (text, mention) => {
  expect(mentionIn(text, confirmation)).toBe(mention)
})

test.each([
  ['专利无效后裁驳', 'exact'],
  ['专利权被宣告无效', 'loose'],
  ['专利无效，驳回请求', 'loose'],
  ['涉案专利权未被宣告无效', 'denied'],
  ['无效宣告程序中，中止', 'none'],
  ['专利无效宣告请求被驳回', 'none'],
  ['维持专利权有效', 'none'],
  ['专利权全部无效，驳回', 'loose'],
  ['对方提出无效宣告请求', 'none'],
] as const)('of 无效后裁驳 「%s」 makes a mention that is %s', (text, mention) => {
  expect(mentionIn(text, invalidation)).toBe(mention)
})
