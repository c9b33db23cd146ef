import { type LimitName, limits } from '../model/limits.ts'
import type { FileKind } from './kind.ts'

export type RefusedKind =
  | 'encrypted'
  | 'old-word'
  | 'pdf'
  | 'image'
  | 'archive'
  | 'web-archive'
  | 'unknown-binary'
  | 'foreign-document'
  | 'no-table'
  | 'no-such-sheet'
  | 'own-workbook'
  | 'damaged'
  | LimitName

/** A file that cannot be read as a case log, as a value: the caller makes the user's error of it. */
export interface Refused {
  readonly refused: RefusedKind
  /** What there is instead. */
  readonly names?: readonly string[]
  /** Where, as the reader sees it. */
  readonly place?: string
}

interface RefusalText {
  readonly message: string
  readonly remedy: string
}

const texts: Readonly<Record<RefusedKind, RefusalText>> = {
  encrypted: {
    message: '文件设有打开密码，无法读取',
    remedy: '请用 Excel、WPS 或 Word 打开，取消密码后另存，再重新运行。',
  },
  'old-word': {
    message: '这是旧式 Word 文档（.doc、.wps 或 .rtf），无法读取',
    remedy: '请用 Word 或 WPS 打开，另存为 .docx，再重新运行。',
  },
  pdf: {
    message: '这是 PDF 文件，读不出表格',
    remedy: '请改用表格的原文件（.xlsx、.xls、.docx 或 .csv）；扫描件须重新录入。',
  },
  image: {
    message: '这是图片（扫描件或截图），读不出表格',
    remedy: '请改用表格的原文件（.xlsx、.xls、.docx 或 .csv）；只有图片的须重新录入。',
  },
  archive: {
    message: '这是压缩包，不是表格',
    remedy: '请先解压，再对其中的表格运行。',
  },
  'web-archive': {
    message: '这是单个文件网页（.mht），无法读取',
    remedy: '请用 Excel、WPS 或 Word 打开，另存为 .xlsx 或 .docx，再重新运行。',
  },
  'unknown-binary': {
    message: '这不是文本，也不是认得的表格文件',
    remedy: '请确认选对了文件；台账应为 .xlsx、.xls、.et、.docx、.csv、.tsv 或 .txt。',
  },
  'foreign-document': {
    message: '这是办公文档，但不是 Excel、WPS 表格或 Word 文档',
    remedy: '请用原来的程序打开，另存为 .xlsx 或 .docx，再重新运行。',
  },
  'no-table': {
    message: '文件里没有表格',
    remedy: '请确认选对了文件；网页版请用 Excel 或 WPS 打开，另存为 .xlsx，再重新运行。',
  },
  'no-such-sheet': {
    message: '没有 --sheet 写明的工作表',
    remedy: '请写成其中一个的名称（可用 * 代替一部分）。',
  },
  'own-workbook': {
    message: '这是 ipcase 写出的问题清单或对照表，不是台账',
    remedy: '请改用台账本身；在清单里填了说明的，用 --explained 交回。',
  },
  damaged: {
    message: '文件不完整或已损坏，打不开',
    remedy: '请重新拷贝或下载；仍能用 Excel、WPS 打开的，另存一份再运行。',
  },
  ...limits,
}

export const refusals = Object.keys(texts) as readonly RefusedKind[]

export function refusalText({ refused, names, place }: Refused): RefusalText {
  const { message: what, remedy } = texts[refused]
  const message = place === undefined ? what : `${place}：${what}`
  return names === undefined
    ? { message, remedy }
    : { message, remedy: `文件里有${listed(names)}：${remedy}` }
}

const mostNamed = 12

function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).map((name) => `“${name}”`)
  return `${shown.join('、')}${names.length > mostNamed ? ` 等 ${names.length} 个` : ''}`
}

/** Kinds told by their first bytes that hold no table, whatever follows. */
export const refusedKinds: Readonly<Partial<Record<FileKind, RefusedKind>>> = {
  pdf: 'pdf',
  image: 'image',
  archive: 'archive',
  'rich-text': 'old-word',
  'web-archive': 'web-archive',
  binary: 'unknown-binary',
}
