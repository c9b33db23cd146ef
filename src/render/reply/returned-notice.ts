import { chineseDate } from '../../model/date.ts'
import type { Finding } from '../../model/finding.ts'
import type { LetterHead, Notice, NoticeList, NoticeSection, ReturnedFacts } from '../../model/notice.ts'
import { visible } from '../printable.ts'
import {
  answerText,
  assumptionText,
  daysLate,
  dueText,
  officeOf,
  remedyForUnit,
  signatureOf,
  youOf,
} from './notice-words.ts'

/** A letter is read; beyond these the workbook that goes with it is the place to look. */
const mostErrors = 30

const numerals = ['一', '二', '三', '四'] as const

function baseName(path: string): string {
  return visible(path.slice(path.lastIndexOf('/') + 1))
}

/** The day is told where the desk or the form says it, never where a file's date is all there is. */
function returnedText({ returned }: ReturnedFacts, head: LetterHead, you: string): string {
  const { receivedOn, receivedFrom, cases, logs } = returned
  const day = receivedOn === null || receivedFrom === 'file' ? '' : chineseDate(receivedOn)
  const when = day === '' || receivedFrom === 'received' ? `${day}报送的` : `报送的、填报时间为${day}的`
  const due = dueText(head)
  const assumed = assumptionText(head)
  const known = [
    ...(due === undefined ? [] : [`应于${due}报送`]),
    ...(assumed === undefined ? [] : [assumed]),
    ...(logs.length === 0 ? [] : [`共有案件${cases.length}件`]),
  ]
  return `${you}${when}${visible(head.title)}${known.length === 0 ? '' : `（${known.join('，')}）`}收悉。`
}

function openingText(facts: ReturnedFacts, head: LetterHead, you: string): string {
  const { counts, logs } = facts.returned
  const days = daysLate(facts.returned, head)
  const late = days === 0 ? '' : `该表逾期${days}天，今后请按照规定的时间报送。`
  const found = logs.length === 0 ? '文件没有能够读取，无法核对' : `经核对，${foundText(counts)}`
  return `${returnedText(facts, head, you)}${found}，现予退回，请修改后重新报送。${late}`
}

function foundText({ error, warning, note }: ReturnedFacts['returned']['counts']): string {
  const parts = [
    [error, '错误'],
    [warning, '警告'],
    [note, '提示'],
  ] as const
  const said = parts.filter(([count]) => count > 0).map(([count, name]) => `${name}${count}处`)
  return said.length === 0 ? '有文件没有能够读取' : `发现${said.join('、')}`
}

function unreadSection({ returned: { failures } }: ReturnedFacts): NoticeSection | undefined {
  if (failures.length === 0) return undefined
  const lines = failures.map(
    ({ path, message, remedy }, at) =>
      `${at + 1}．${baseName(path)}：${visible(message)}。${visible(remedy)}`,
  )
  return {
    heading: '没有能够读取的文件',
    paragraphs: [`下列${failures.length}个文件没有能够读取，请按处理办法另存后重新报送：`, ...lines],
  }
}

function errorSection({ returned, workbook }: ReturnedFacts): NoticeSection | undefined {
  const { error } = returned.counts
  if (error === 0) return undefined
  const where =
    error > mostErrors
      ? `前${mostErrors}处列在附件1，全部列在《${workbook ?? ''}》的“问题清单”表`
      : '逐处列在附件1'
  const cases = returned.leftOut.filter(({ reason }) => reason === 'rule').length
  const kept = cases === 0 ? '' : `其中${cases}件案件因此不能列入汇总表。`
  return {
    heading: '应当改正的错误',
    paragraphs: [`错误${error}处，${where}，请对照案卷改正。${kept}`],
  }
}

function doubtSection({ returned, workbook }: ReturnedFacts): NoticeSection | undefined {
  const { counts, explained } = returned
  const said = [
    ...(counts.warning > 0 ? [`警告${counts.warning}处`] : []),
    ...(counts.note > 0 ? [`提示${counts.note}处`] : []),
  ]
  if (said.length === 0 || workbook === undefined) return undefined
  const before = explained.length === 0 ? '' : `此前已作说明的${explained.length}处不再重复说明。`
  return {
    heading: '需要核实的情况',
    paragraphs: [
      `${said.join('、')}，列在《${workbook}》的“问题清单”表，请逐处核实：填写有误的，予以改正；确实如此的，在该表“说明”一栏写明具体原因，只写“核实无误”“属实”等字样的不作为说明。${before}`,
    ],
  }
}

function answerSection({ workbook, returned }: ReturnedFacts, head: LetterHead): NoticeSection {
  const how =
    workbook === undefined
      ? []
      : [
          `《${workbook}》中有问题的单元格已经标色并加批注：红色为错误，黄色为警告，蓝色为提示。请直接在该工作簿中修改和说明，改好后连同“问题清单”表一并报回，不要改动表头。`,
        ]
  const also = returned.failures.length > 0 && workbook !== undefined ? '，并补报没有能够读取的文件' : ''
  return {
    heading: '修改和报送要求',
    paragraphs: [...how, answerText(head, `重新报送${also}`)],
  }
}

/** 商标侵权 朝双市监处罚〔2024〕12号; where the case has no number, its kind is all there is to go by. */
function caseOf({ type, caseNumber }: Finding): string {
  return visible([type, caseNumber].filter((text) => text !== undefined).join(' '))
}

function placeOf(finding: Finding, { placeIn, returned }: ReturnedFacts): string {
  const place = placeIn(finding)
  if (place === undefined) return finding.line === undefined ? '整份表' : `第${finding.line}行`
  const isOne = returned.logs.length === 1 && (returned.logs[0]?.sheets?.length ?? 1) < 2
  const cell = finding.cell === undefined ? `第${place.cell.replace(/\D+/, '')}行` : place.cell
  return isOne ? cell : `“${place.sheet}”表${cell}`
}

function writtenIn({ value, column }: Finding): string {
  if (value !== undefined) return visible(value)
  return column === undefined ? '' : '（空白）'
}

function listOf(facts: ReturnedFacts, head: LetterHead): NoticeList | undefined {
  const { returned, workbook } = facts
  const errors = returned.findings.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return undefined
  const rows = errors
    .slice(0, mostErrors)
    .map((finding, at) => [
      String(at + 1),
      [placeOf(finding, facts), finding.heading && `（${visible(finding.heading)}）`]
        .filter(Boolean)
        .join(''),
      caseOf(finding),
      writtenIn(finding),
      visible(finding.message),
      visible(remedyForUnit(finding.remedy)),
    ])
  const rest = errors.length - rows.length
  const more = rest === 0 ? [] : [`其余${rest}处从略，见《${workbook ?? ''}》的“问题清单”表。`]
  return {
    title: `${visible(returned.unit)}${visible(head.title)}错误清单`,
    headings: ['序号', '位置', '案件', '原填内容', '问题', '处理办法'],
    rows: [...rows, ...more.map((words) => [words])],
  }
}

/** 退回修改通知: what is wrong with a return, what to do, and by when. */
export function returnedNotice(facts: ReturnedFacts, head: LetterHead): Notice {
  const to = officeOf(facts.returned, head)
  const list = listOf(facts, head)
  const sections = [
    unreadSection(facts),
    errorSection(facts),
    doubtSection(facts),
    answerSection(facts, head),
  ]
  const numbered = sections
    .filter((section) => section !== undefined)
    .map((section, at) => ({ ...section, heading: `${numerals[at]}、${section.heading}` }))
  return {
    title: `关于退回修改${visible(head.title)}的通知`,
    to,
    sections: [{ paragraphs: [openingText(facts, head, youOf(to))] }, ...numbered],
    attachments: [
      ...(list === undefined ? [] : [list.title]),
      ...(facts.workbook === undefined ? [] : [`${facts.workbook}（电子表格）`]),
    ],
    signature: signatureOf(head),
    list,
  }
}
