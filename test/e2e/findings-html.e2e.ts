import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { exampleLog } from '../example-log.ts'
import { bytesAt, fakeIo } from '../fake-io.ts'
import { type Page, withPage } from './devtools.ts'
import { pdfPages } from './office.ts'

async function pageOf(files: Readonly<Record<string, string>>): Promise<string> {
  const io = fakeIo({ files })
  await run(['validate', ...Object.keys(files), '-o', '问题.html'], io)
  const bytes = bytesAt(io, '问题.html')
  return new TextDecoder().decode(bytes)
}

const two = await pageOf({
  '凌源.csv': exampleLog([{ published: '', url: '' }, {}, { url: '' }, { outcome: '结案' }]),
  '北票.csv': exampleLog([
    { caseNumber: '朝北市监处罚〔2024〕7号' },
    { caseNumber: '朝北市监处罚〔2024〕8号', url: '' },
  ]),
})

const shown = (page: Page) =>
  page.evaluate(
    "[...document.querySelectorAll('article')].filter((one) => one.checkVisibility()).map((one) => one.closest('section').dataset.rule + ' ' + one.querySelector('p').innerText.split(' ')[2])",
  )

const choose = (page: Page, name: string, value: string) =>
  page.evaluate(
    `(() => { const one = document.querySelector('select[name=${name}]'); one.value = [...one.options].find(({ text }) => text.includes('${value}')).value; one.dispatchEvent(new Event('change', { bubbles: true })) })()`,
  )

test('the page asks for nothing, says no error, and shows each finding with its neighbours', async () => {
  await withPage(two, async (page) => {
    expect(await shown(page)).toHaveLength(4)
    const grid = await page.evaluate(
      "[...document.querySelectorAll('[data-rule=url-missing] article')].map((one) => [one.querySelector('.here').cellIndex, ...[...one.querySelectorAll('tbody th')].map((th) => th.innerText)].join(' '))",
    )
    expect(grid).toEqual(['8 3 4 5', '8 2 3'])
    expect(await page.evaluate("document.querySelector('thead th:nth-child(9)').innerText")).toBe(
      'H\n公开网址',
    )
    expect(page.requests.filter((url) => !url.endsWith('/page.html'))).toEqual([])
    expect(page.complaints).toEqual([])
  })
})

test('rule, log and severity filter, and everything comes back', async () => {
  await withPage(two, async (page) => {
    await choose(page, 'rule', '公开网址')
    expect(await shown(page)).toHaveLength(2)
    await choose(page, 'log', '北票')
    expect(await page.evaluate("document.querySelector('output').innerText")).toBe('显示 1 处')
    await page.evaluate("document.querySelector('button').click()")
    await page.evaluate("document.querySelector('[value=error]').click()")
    expect(await page.evaluate("document.querySelector('output').innerText")).toBe('显示 2 处')
    expect(page.complaints).toEqual([])
  })
})

test('the keyboard alone reaches the filters and walks from finding to finding', async () => {
  await withPage(two, async (page) => {
    await page.press('Tab')
    expect(await page.evaluate('document.activeElement.value')).toBe('error')
    await page.press('Space')
    expect(await page.evaluate("document.querySelector('output').innerText")).toBe('显示 2 处')
    await page.press('KeyJ')
    await page.press('KeyJ')
    await page.press('KeyK')
    const at = "[...document.querySelectorAll('article:not([hidden])')].indexOf(document.activeElement)"
    expect(await page.evaluate(at)).toBe(0)
  })
})

test('on paper there are no controls, and what is filtered out is not printed', async () => {
  await withPage(two, async (page) => {
    await choose(page, 'log', '北票')
    const text = (await pdfPages(await page.print())).join('\n')
    expect([text.includes('全部显示'), text.includes('url-missing'), text.includes('outcome-vague')]).toEqual(
      [false, true, false],
    )
  })
})

test('ten thousand findings open at once, and what is left out is said', async () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => ({
    caseNumber: `朝凌市监处罚〔2024〕${at + 1}号`,
    url: '',
  }))
  await withPage(await pageOf({ '大.csv': exampleLog(rows) }), async (page) => {
    expect(await page.evaluate("document.querySelector('.capped').innerText")).toContain(
      '另有 9000 处没有列在这一页',
    )
    const time = await page.evaluate(
      "(() => { const start = performance.now(); document.querySelector('[value=error]').click(); document.body.offsetHeight; return performance.now() - start })()",
    )
    expect(time).toBeLessThan(1000)
    expect(await shown(page)).toEqual([])
  })
})
