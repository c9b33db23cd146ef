import { type CaseType, type Procedure, procedureOf } from './case-type.ts'
import { nearest } from './nearest.ts'
import { type Result, resultsOf } from './outcome-words.ts'

/**
 * open: 中止, 在办 and other words for a case not closed. vague: 结案 and the like, which say nothing.
 * no-case: 不予立案. unknown: no listed way to close this type.
 */
export type OutcomeState = 'closed' | 'open' | 'vague' | 'no-case' | 'unknown'

export interface Outcome {
  readonly state: OutcomeState
  /** The form's word for counting; the clerk's own words stay in the table. Only when `closed`. */
  readonly canonical?: string
}

// 公示中, 待公开 speak of publication; the case itself may be closed.
const publicationWords = /(?:拟|待|尚未|暂未|未)公[开示]|公[开示]中/g
const openWords =
  /中止|在[办查审]|未(?:办|审|完)?结|没结|尚未|正在|(?<![虚模])拟|(?<![招接对])待|(?:办理|调查|审理)中/
const openEnding =
  /(?:处理|处罚|查办|核查|审查|审核|核审|审批|办案|调解|裁决|送检|检测|检验|鉴定|公告|听证|协商|送达|执行|进行)中(?=$|[，。；、）])|处罚(?:事先|听证)?告知/
const wholeOpen = new Set(['立案', '已立案', '立案调查', '受理', '已受理'])
// A step beside a result (行政处罚，听证) is still to come, unless its words say that it is over: 经听证, 检测不合格.
const openStep =
  /(?<!经|经过|已|后|依据|根据|依照|按照|通过)(?:听证|送检|检测|检验|鉴定|法制审核|调查取证|延期办理)(?!后|会|结束|完毕|结论|结果|报告|意见|认定|确认|为|不合格|合格|程序|通过)|已告知(?!当事人|权利人|举报人|投诉人)/
/** What was interrupted and goes on is no longer interrupted. */
const resumed = /中止(?:后|期满|原因消除后?)?，?(?:已|现)?恢复(?:办理|调查|审理)?后?/g
// Steps on the way.
const steps = /调查取证|送检|检测|检验|鉴定|告知|听证|法制审核|集体讨论|延期|延长/
const wholeVague = new Set('结案 已结案 已结 结 是 √ 办结 已办结 完结 已完结'.split(' '))
// 移送公安后不予立案 was a case all the same.
const noCase = /(?<!(?:公安|检察|司法|移送).{0,8})不(?:予以?)?(?:立案|受理)/
const negation = /[不未免](?:再|予以?|给予|作出?|做|于|除|能)?$/
const longestNegation = 3

interface Phrase {
  readonly words: string
  readonly result: Result
}

function phrasesOf(procedure: Procedure): readonly Phrase[] {
  return resultsOf[procedure]
    .flatMap((result) => {
      const own =
        result.canonical === undefined || result.yieldsTo || result.dependent ? [] : [result.canonical]
      return [...own, ...result.phrases].map((words) => ({ words, result }))
    })
    .sort((one, other) => other.words.length - one.words.length)
}

/** Longest first. */
const phrases: Readonly<Record<Procedure, readonly Phrase[]>> = {
  ruling: phrasesOf('ruling'),
  mediation: phrasesOf('mediation'),
  penalty: phrasesOf('penalty'),
}

/** The form's own words in brackets are full-width; half-width commas are what clerks type. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, '')
    .replace(/[(（]/g, '（')
    .replace(/[)）]/g, '）')
    .replace(/[,;]/g, '，')
    .replace(/[。.]$/, '')
}

function resultsIn(text: string, procedure: Procedure): readonly Result[] {
  const found: Result[] = []
  for (let at = 0; at < text.length; ) {
    const phrase = phrases[procedure].find(({ words }) => text.startsWith(words, at))
    if (phrase && !negation.test(text.slice(Math.max(0, at - longestNegation), at))) found.push(phrase.result)
    at += phrase ? phrase.words.length : 1
  }
  return found
}

function canonicalIn(text: string, procedure: Procedure): string | undefined {
  let counted: Result | undefined
  for (const result of resultsIn(text, procedure)) {
    if (result.canonical === undefined) continue
    const replaces = counted === undefined ? !result.dependent : counted.yieldsTo?.includes(result.canonical)
    if (replaces) counted = result
  }
  return counted?.canonical
}

function isOpen(text: string): boolean {
  const own = text.replace(publicationWords, '').replace(resumed, '')
  return wholeOpen.has(own) || [openWords, openEnding, openStep].some((words) => words.test(own))
}

/** What a 结案方式 cell says of a case of this type; without a type, whether any type closes that way. */
export function readOutcome(type: CaseType | undefined, text: string): Outcome {
  const words = plain(text)
  if (isOpen(words)) return { state: 'open' }
  if (wholeVague.has(words)) return { state: 'vague' }
  if (type === undefined) {
    const known = procedures.some((procedure) => canonicalIn(words, procedure) !== undefined)
    return { state: known ? 'closed' : stateWithoutResult(words) }
  }
  const canonical = canonicalIn(words, procedureOf(type))
  return canonical === undefined ? { state: stateWithoutResult(words) } : { state: 'closed', canonical }
}

function stateWithoutResult(words: string): OutcomeState {
  if (noCase.test(words)) return 'no-case'
  return steps.test(words) ? 'open' : 'unknown'
}

export const otherResult = '其他'

/** By which word a closed case is counted: its first result, or 其他 where the cell names no known one. */
export function resultOf(outcome: Outcome | null | undefined): string {
  return outcome?.canonical ?? otherResult
}

const procedures = Object.keys(resultsOf) as readonly Procedure[]

/** The form's words for closing a case of this type, most usual first. */
export function outcomesOf(type: CaseType): readonly string[] {
  const canonicals = resultsOf[procedureOf(type)].flatMap((result) => result.canonical ?? [])
  return [...new Set(canonicals)]
}

/** The known way to close this type that was probably meant. */
export function nearestOutcome(type: CaseType, text: string): string | undefined {
  const known = phrases[procedureOf(type)].filter(({ result }) => result.canonical !== undefined)
  return nearest(
    plain(text),
    known.map(({ words }) => words),
  )
}
