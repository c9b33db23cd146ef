import { createCountedTexts } from '../check/counted-texts.ts'
import { type CasePlace, defineRule, type Fault, fault, quoted } from '../check/rule.ts'
import { copyOf } from '../model/memo.ts'

const homePage = /^https?:\/\/[^/?#]+\/?(?:(?:index|default)\.\w+)?$/i
const innerNetwork =
  /^https?:\/\/(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|[^./?#:]+(?:[:/?#]|$)|[^/?#:]+\.(?:local|lan|intranet)(?:[:/]|$))/i

/** Two decisions may well stand on one page; three cases behind one address are rather a list of them. */
const fewest = 3
const mostNamed = 20

interface Shared {
  readonly link: string
  readonly rows: number[]
  cases: number
  last: CasePlace
}

function faultOf({ link, rows, cases, last }: Shared): Fault {
  const more = cases > rows.length ? ' 等' : ''
  const where = `第 ${rows.join('、')} 行${more}`
  return {
    ...fault('url', `有 ${cases} 件案件写的是同一个网址${quoted(link)}：${where}，看不出各自公开在哪里`),
    value: link,
    place: last,
  }
}

/** The addresses of the log that is being read: most stand once, so only what stands again costs an object. */
function createAddresses() {
  let firstRows = createCountedTexts()
  let shared = new Map<string, Shared>()
  return {
    meet(link: string, { layout, line, row }: CasePlace): void {
      const { sheet } = layout
      const key = sheet === undefined ? link : `${sheet}\n${link}`
      const first = firstRows.meet(key, row)
      if (first === undefined) return
      const last = { layout, line, row }
      const known = shared.get(key)
      const one = known ?? { link: copyOf(link), rows: [first], cases: 1, last }
      if (known === undefined) shared.set(copyOf(key), one)
      one.cases += 1
      one.last = last
      if (one.rows.length < mostNamed) one.rows.push(row)
    },
    end(): readonly Fault[] {
      const faults = [...shared.values()].filter(({ cases }) => cases >= fewest).map(faultOf)
      firstRows = createCountedTexts()
      shared = new Map()
      return faults
    },
  }
}

const number = (count: number) => `朝双市监处罚〔2024〕${count}号`

export default defineRule({
  id: 'url-too-general',
  severity: 'note',
  summary: '公开网址找不到具体的案件',
  why: '统计表要的是这件案件公开的网页。网站首页、内部网络的地址，或者几件案件写同一个网址，打开以后找不到这份决定。',
  remedy: '换成这件案件自己的公开网页；确实公开在同一页上的，不必改。',
  reads: ['url'],
  bad: [
    [{ url: 'https://www.gsxt.gov.cn/' }],
    [{ url: 'http://192.168.1.20/xzcf/12' }],
    [1, 2, 3].map((count) => ({ caseNumber: number(count), url: 'https://www.gsxt.gov.cn/list?type=cf' })),
  ],
  good: [
    [{ url: 'https://www.gsxt.gov.cn/12' }],
    [1, 2].map((count) => ({ caseNumber: number(count), url: 'https://www.gsxt.gov.cn/list?type=cf' })),
    [{ url: 'https://www.gsxt.gov.cn/；https://www.gsxt.gov.cn/12' }],
  ],
  check() {
    const addresses = createAddresses()
    return {
      visit(c) {
        const links = c.url?.links ?? []
        const [link] = links
        if (link === undefined) return undefined
        if (links.every((one) => innerNetwork.test(one))) {
          return fault('url', `${quoted(link)}是内部网络的地址，外面打不开`)
        }
        if (links.every((one) => homePage.test(one))) {
          return fault('url', `${quoted(link)}只是网站首页，找不到这件案件`)
        }
        addresses.meet(links.length === 1 ? link : links.join('；'), c)
        return undefined
      },
      endLog: addresses.end,
    }
  },
})
