import type { Links } from '../../model/links.ts'
import { asTyped, isBlank } from './blank.ts'

const plainLink = /^https?:\/\/(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#][!-~]*)?$/i
const embedded = /https?:\/\/[^\s；，、。（）()<>《》「」"“”]+/gi
const bareHost = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#].*)?$/i
const otherScheme = /^(?!https?:)[a-z][a-z0-9+.-]*:/i
const brackets = '（()）<>《》「」"“”【】'
const takenAsTyped = /^(?:'+(?=[=+@＝＋＠\-－])|=")/
const label = /^(?:公开|公示)?(?:网址|链接|地址)?[:：]?$/

const none: readonly string[] = []

type Reading = Readonly<Record<keyof Links, string[]>>

/** By hand: for a cell of full stops a pattern bound to the end would take hours. */
function trimmed(text: string, before: string, behind: string): string {
  let start = 0
  let end = text.length
  while (start < end && before.includes(text.charAt(start))) start++
  while (end > start && behind.includes(text.charAt(end - 1))) end--
  return text.slice(start, end)
}

/** What stands first once the marks before it are gone is read as the whole cell would be. */
function withoutMarks(text: string): string {
  let bare = text
  for (let before: string | undefined; bare !== before; ) {
    before = bare
    bare = asTyped(trimmed(bare, ';,\u200b', '．.;,\u200b')).replace(takenAsTyped, '')
  }
  return bare
}

/** A line break behind a scheme, or one label of a host: what follows can be nothing but the rest of the address. */
const brokenHost = /(https?:\/\/(?:[a-z0-9-]+\.)?)[\r\n]+(?!https?:)(?=[a-z0-9])/gi

function split(text: string): readonly string[] {
  return text
    .replace(/(https?)：\s*[/／]{2}/gi, '$1://')
    .replace(brokenHost, '$1')
    .split(/[\s\u0085；，、。]+|[;,](?=https?:\/\/|www\.)/i)
    .map(withoutMarks)
}

function isWholeLink(link: string): boolean {
  return /^https?:\/\/[^/?#]*[^/?#.:]\.[^/?#.]/i.test(link)
}

function readToken(token: string, into: Reading): void {
  const found = (token.match(embedded) ?? []).map(withoutMarks).filter(isWholeLink)
  if (found.length > 0) {
    into.links.push(...found)
    readToken(withoutMarks(trimmed(token.replace(embedded, ''), brackets, brackets)), into)
  } else if (bareHost.test(token)) readToken(`http://${token}`, into)
  else if (otherScheme.test(token)) into.unsafe.push(token)
  else if (!label.test(token) && !isBlank(token)) into.words.push(token)
}

/** null: nothing but labels, stand-ins and punctuation. What is read and joined by ； reads as the same again. */
export function readLinks(text: string): Links | null {
  if (plainLink.test(text) && !/[;,.]$|[;,](?:https?:|www\.)/i.test(text)) {
    return { links: [text], words: none, unsafe: none }
  }
  const read: Reading = { links: [], words: [], unsafe: [] }
  for (const token of split(text)) readToken(token, read)
  return Object.values(read).every((list) => list.length === 0) ? null : read
}
