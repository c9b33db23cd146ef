import type { Links } from '../../model/links.ts'
import { isBlank } from './blank.ts'

const plainLink = /^https?:\/\/(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#][!-~]*)?$/i
const embedded = /https?:\/\/[^\s；，、。（）()<>《》「」"“”]+/gi
const bareHost = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#].*)?$/i
const otherScheme = /^(?!https?:)[a-z][a-z0-9+.-]*:/i
const label = /^(?:公开|公示)?(?:网址|链接|地址)?[:：]?$/

type Reading = Readonly<Record<keyof Links, string[]>>

function withoutMarks(text: string): string {
  return text.replace(/^[;,\u200b]+|[．.;,\u200b]+$/g, '')
}

function split(text: string): readonly string[] {
  return text
    .replace(/(https?)：\s*[/／]{2}/gi, '$1://')
    .split(/[\s；，、。]+|[;,]+(?=(?:https?:\/\/|www\.))/i)
    .map(withoutMarks)
}

function isWholeLink(link: string): boolean {
  return /^https?:\/\/[^/?#]*[^/?#.:]\.[^/?#.]/i.test(link)
}

function readToken(token: string, into: Reading): void {
  const found = (token.match(embedded) ?? []).map(withoutMarks).filter(isWholeLink)
  if (found.length > 0) {
    into.links.push(...found)
    readToken(withoutMarks(token.replace(embedded, '').replace(/^[（()）]+|[（()）]+$/g, '')), into)
  } else if (bareHost.test(token)) readToken(`http://${token}`, into)
  else if (otherScheme.test(token)) into.unsafe.push(token)
  else if (!label.test(token) && !isBlank(token)) into.words.push(token)
}

/** null: nothing but labels, stand-ins and punctuation. What is read and joined by ； reads as the same again. */
export function readLinks(text: string): Links | null {
  if (plainLink.test(text) && !/[;,.]$|[;,](?:https?:|www\.)/i.test(text)) {
    return { links: [text], words: [], unsafe: [] }
  }
  const read: Reading = { links: [], words: [], unsafe: [] }
  for (const token of split(text)) readToken(token, read)
  return Object.values(read).every((list) => list.length === 0) ? null : read
}
