import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { exampleLog } from '../example-log.ts'
import { fakeIo } from '../fake-io.ts'

async function pageOf(log: string, ...more: readonly string[]): Promise<string> {
  const io = fakeIo({ files: { '凌源.csv': log } })
  await run(['validate', '凌源.csv', '-o', '问题.html', ...more], io)
  const bytes = io.files.get('/办案/问题.html')
  if (!(bytes instanceof Uint8Array)) throw new TypeError(io.printed.err)
  return new TextDecoder().decode(bytes)
}

/** What the page says of one rule. */
function groupIn(html: string): string {
  return /data-rule="url-missing"([\s\S]*?)<\/section>/.exec(html)?.[1] ?? ''
}

const hostile = '<script>alert(1)</script>'
const page = await pageOf(exampleLog([{}, { outcome: hostile, url: '' }, {}]))

test('a faulty cell stands between its neighbours under its letter, with why and what to do', () => {
  const article = groupIn(page)
  expect(article).toMatch(/为什么：.*怎么办：/s)
  expect(article).toMatch(/<b class="letter">H<\/b>公开网址/)
  expect([...article.matchAll(/<th scope="row">(\d+)</g)].map(([, row]) => row)).toEqual(['2', '3', '4'])
  expect(article.match(/<td class="here"><mark>（空）/g)).toHaveLength(1)
})

test('no cell becomes markup, and no script but the page’s own may run', () => {
  expect(page).toContain('&lt;script&gt;alert(1)')
  const scripts = page.match(/<script>[\s\S]*?<\/script>/g) ?? []
  expect(scripts).toHaveLength(1)
  const own = scripts.join('').replace(/<\/?script>/g, '')
  const hash = createHash('sha256').update(own).digest('base64')
  expect(page).toContain(`default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`)
})

test('of a wide ledger the columns around the fault are shown', async () => {
  const wide = exampleLog([{ url: '' }]).replace(/^(.*)\n(.*)\n/, (_, heading, row) => {
    const own = Array.from({ length: 20 }, (_, at) => `栏${at + 1}`)
    return `${[...own, heading].join()}\n${[...own.map(() => 'x'), row].join()}\n`
  })
  const article = groupIn(await pageOf(wide))
  const letters = [...article.matchAll(/<b class="letter">(\w+)</g)].map(([, letter]) => letter)
  expect(letters).toEqual(['U', 'V', 'W', 'X', 'Y', 'Z', 'AA', 'AB', 'AC'])
})

test('a log in order makes a page that says so', async () => {
  expect(await pageOf(exampleLog([{}]))).toContain('没有发现问题。')
})
