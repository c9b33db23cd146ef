import type { Links } from '../../model/links.ts'

const plainLink = /^https?:\/\/[a-z0-9.-]+\.[a-z]{2,}(?::\d+)?(?:[/?#][!-~]*)?$/i
const embedded = /https?:\/\/[^\s；，、。（）()<>《》「」"“”]+/gi
const bareHost = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#].*)?$/i
const otherScheme = /^(?!https?:)[a-z][a-z0-9+.-]*:/i
const label = /^(?:公开|公示)?(?:网址|链接|地址)?[:：]?$/

function split(text: string): readonly string[] {
  return text
    .replace(/^(https?)：\s*[/／]{2}/i, '$1://')
    .split(/[\s；，、]+|[;,]+(?=(?:https?:\/\/|www\.))|[;,]+$/i)
    .map((token) => token.replace(/[。．.;,]+$/, ''))
    .filter((token) => token !== '')
}

function isWholeLink(link: string): boolean {
  return /^https?:\/\/[^/?#]*[^/?#.:]\.[^/?#.]/i.test(link)
}

function readToken(token: string, into: { links: string[]; words: string[]; unsafe: string[] }): void {
  const found = (token.match(embedded) ?? []).filter(isWholeLink)
  if (found.length > 0) {
    const rest = token.replace(embedded, '').replace(/^[（()）]+|[（()）]+$/g, '')
    into.links.push(...found)
    if (!label.test(rest)) into.words.push(rest)
  } else if (bareHost.test(token)) into.links.push(`http://${token}`)
  else if (otherScheme.test(token)) into.unsafe.push(token)
  else into.words.push(token)
}

export function readLinks(text: string): Links {
  if (plainLink.test(text) && !/[;,.]$|[;,](?:https?:|www\.)/i.test(text)) {
    return { links: [text], words: [], unsafe: [] }
  }
  const read = { links: [], words: [], unsafe: [] }
  for (const token of split(text)) readToken(token, read)
  return read
}
