import type { Links } from '../../model/case.ts'
import { asTyped, isBlank } from './blank.ts'

const plainLink = /^https?:\/\/(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#][!-~]*)?$/i
const embedded = /https?:\/\/[^\s；，、。（）()<>《》「」"“”]+/gi
const bareHost = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#].*)?$/i
const otherScheme = /^(?!https?:)[a-z][a-z0-9+.-]*:/i
const brackets = '（()）<>《》「」"“”【】'
const takenAsTyped = /^(?:'+(?=[=+@＝＋＠\-－])|=")/
const label = /^(?:公开|公示)?(?:网址|链接|地址)?[:：]?$/

const none: readonly string[] = []

type LinkLists = Readonly<Record<keyof Links, string[]>>

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

function split(text: string): readonly string[] {
  return text
    .replace(/(https?)：\s*[/／]{2}/gi, '$1://')
    .split(/[\s\u0085；，、。]+|[;,](?=https?:\/\/|www\.)/i)
    .map(withoutMarks)
}

/** A host that ends as hosts of bureaus and their media do; anything else may be the beginning of one. */
const wholeHost =
  /^(?:https?:\/\/)?(?:www\.)?(?:[a-z0-9-]+\.)+(?:cn|com|net|org|gov|edu|info|top|vip|cc|hk)(?::\d+)?(?:[/?#]|$)/i
/** 001.html is the end of a path, whatever its dot looks like. */
const fileName = /^[^/?#]*\.(?:s?html?|php|jsp|aspx?|do|action|pdf|docx?)(?:[?#]|$)/i

/** What is left of html where the line ended within it. */
const endOfName = /^[a-z]{1,5}$/i
const brokenName = /\/[^/?#]*\.(?:s?html?|php|jsp|aspx?|do|action|pdf|docx?)$/i

/** Whether the next line of a cell begins another link, or goes on with the one before. */
function goesOn(before: string, line: string): boolean {
  const link = /https?:\/\/[!-~]*$|^[!-~]+$/i.exec(before)?.[0]
  if (link === undefined || !/^[!-~]/.test(line) || /^https?:/i.test(line)) return false
  if (link.endsWith('://')) return true
  if (/^www\./i.test(line)) return false
  if (!wholeHost.test(link)) return true
  if (endOfName.test(line)) return brokenName.test(link + line)
  return fileName.test(line) || (line.includes('/') && !bareHost.test(line))
}

/** Joining looks back at every line; forty links are shorter. */
const longestJoined = 4096

/** A narrow cell breaks a long link into lines; joined where it can only be one, so that no second is invented. */
function withoutBreaks(text: string): string {
  if (text.length > longestJoined) return text
  const [first = '', ...lines] = text.split(/[ \t]*[\r\n\u0085\u2028\u2029]+[ \t]*/)
  return lines.reduce((before, line) => before + (goesOn(before, line) ? '' : '\n') + line, first)
}

function isWholeLink(link: string): boolean {
  return /^https?:\/\/[^/?#]*[^/?#.:]\.[^/?#.]/i.test(link)
}

function readToken(token: string, into: LinkLists): void {
  const found = (token.match(embedded) ?? []).map(withoutMarks).filter(isWholeLink)
  if (found.length > 0) {
    into.links.push(...found)
    readToken(withoutMarks(trimmed(token.replace(embedded, ''), brackets, brackets)), into)
  } else if (bareHost.test(token)) readToken(`http://${token}`, into)
  else if (otherScheme.test(token)) into.unsafe.push(token)
  else if (!label.test(token) && !isBlank(token)) into.words.push(token)
}

/** A web address and nothing else, as nearly every cell holds it. */
export function readLinkAlone(text: string): Links | undefined {
  const isAlone = plainLink.test(text) && !/[;,.]$|[;,](?:https?:|www\.)/i.test(text)
  return isAlone ? { links: [text], words: none, unsafe: none } : undefined
}

/** null: nothing but labels, stand-ins and punctuation. What is read and joined by ； reads as the same again. */
export function readLinks(text: string): Links | null {
  const alone = readLinkAlone(text)
  if (alone) return alone
  const read: LinkLists = { links: [], words: [], unsafe: [] }
  for (const token of split(withoutBreaks(text))) readToken(token, read)
  return Object.values(read).every((list) => list.length === 0) ? null : read
}
