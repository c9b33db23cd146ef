import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser'

/** What is wrong with a text that should be JSON, where, and how to mend it. */
export interface JsonSlip {
  readonly offset: number
  readonly what: string
  readonly remedy: string
}

/** What people type into such a file, by what stands where reading stopped. */
const slips: readonly (readonly [pattern: RegExp, remedy: string])[] = [
  [/^[“”‘’＂＇]/, '这里是中文引号，请改成英文的双引号 "。'],
  [/^[，、；]/, '这里是中文标点，请改成英文的逗号 ,。'],
  [/^：/, '这里是中文冒号，请改成英文的冒号 :。'],
  [/^['`]/, '请改成双引号 "。'],
  [/^\/[/*]/, '这种文件里不能写注释（// 或 /*），请删去。'],
  [/^[\]}]/, '前面多了一个逗号：最后一项后面不写逗号；或者括号没有成对。'],
  [/^$/, '到这里还没有完：请检查括号、引号是否成对。'],
]

const usualRemedy = '请检查引号、逗号和括号：全用英文标点，键和文字加双引号，最后一项后面没有逗号。'
const backslashRemedy = '路径里的 \\ 要写两个，如 D:\\\\办案；或者写成 D:/办案。'
const notJson = '不合 JSON 格式'

const byCode: Readonly<Record<string, string>> = {
  CommaExpected: '前面少了一个英文逗号 ,。',
  ColonExpected: '前面少了一个英文冒号 :。',
  UnexpectedEndOfString: '这里的双引号没有成对：文字的前后各要一个，并且写在同一行。',
}

/** A string that ends with a Chinese quote goes on to the next English one, and the fault shows behind that. */
function whereItBegan(text: string, fault: ParseError): ParseError {
  const end =
    printParseErrorCode(fault.error) === 'UnexpectedEndOfString' ? fault.offset + fault.length : fault.offset
  const [string = ''] = /"[^"\n]*"?\s*$/.exec(text.slice(0, end)) ?? []
  const at = string.search(/[“”]/)
  return at < 0 ? fault : { ...fault, offset: end - string.length + at, length: 1 }
}

function syntaxSlip(text: string, { error, offset }: ParseError): JsonSlip {
  const code = printParseErrorCode(error)
  const known = slips.find(([pattern]) => pattern.test(text.slice(offset)))?.[1]
  const remedy = /Escape|Unicode/.test(code) ? backslashRemedy : (known ?? byCode[code] ?? usualRemedy)
  return { offset, what: notJson, remedy }
}

const meant: Readonly<Record<string, string>> = {
  ...Object.fromEntries([..."“”‘’＂＇'`"].map((sign) => [sign, '"'])),
  ...Object.fromEntries([...'，、；;'].map((sign) => [sign, ','])),
  '：': ':',
}

function replaced(text: string, { offset, length }: ParseError, change: (part: string) => string): string {
  const end = Math.max(offset + length, offset + 1)
  return text.slice(0, offset) + change(text.slice(offset, end)) + text.slice(end)
}

/**
 * The text with this fault put right, so that those behind it can be told in the same run; as long as it was, so that
 * they keep their places. undefined: nobody can tell what was meant.
 */
function mended(text: string, fault: ParseError): string | undefined {
  const code = printParseErrorCode(fault.error)
  const sign = text[fault.offset] ?? ''
  if (code === 'InvalidCommentToken') return replaced(text, fault, (part) => part.replace(/[^\r\n]/g, ' '))
  if (/Escape|Unicode/.test(code)) return replaced(text, fault, (part) => part.replaceAll('\\', '/'))
  const right = meant[sign]
  if (right === undefined) return withoutGap(text, fault, code)
  // Its other quote, too; another sign beside it is a fault of its own.
  return replaced(text, fault, (part) => part.replace(/./gs, (one) => (meant[one] === right ? right : one)))
}

const closing: Readonly<Record<string, string>> = { CloseBraceExpected: '}', CloseBracketExpected: ']' }

/** A comma too few or too many, a bracket that is missing at the end. */
function withoutGap(text: string, { offset }: ParseError, code: string): string | undefined {
  const before = text.slice(0, offset)
  const after = text.slice(offset)
  if (code === 'CommaExpected' && /\s$/.test(before)) return `${before.slice(0, -1)},${after}`
  if (after === '') return code in closing ? text + closing[code] : undefined
  const comma = /^[\]}]/.test(after) ? /,\s*$/.exec(before) : null
  return comma ? `${text.slice(0, comma.index)} ${text.slice(comma.index + 1)}` : undefined
}

const mostSlips = 20

/** Every fault of the spelling that can be told from its consequences, and what the text says without them. */
function parsed(text: string): { readonly found: readonly JsonSlip[]; readonly root: Node | undefined } {
  const found: JsonSlip[] = []
  let rest: string | undefined = text
  while (rest !== undefined && found.length < mostSlips) {
    const faults: ParseError[] = []
    const root = parseTree(rest, faults, { disallowComments: true })
    const [first] = faults
    if (first === undefined) return { found, root }
    const fault = whereItBegan(rest, first)
    found.push(syntaxSlip(rest, fault))
    rest = mended(rest, fault)
  }
  return { found, root: undefined }
}

/** `D:\temp` is JSON, with a tab in it: nobody means that in a path, a name or a unit. */
const controlSigns = /\p{Cc}/u

function slipsOfKeys({ children = [] }: Node): readonly JsonSlip[] {
  const known = new Set<string>()
  return children.flatMap(({ children: [key] = [] }): readonly JsonSlip[] => {
    const name = String(key?.value)
    const isKnown = known.has(name)
    known.add(name)
    if (!key) return []
    if (name === '__proto__') {
      return [{ offset: key.offset, what: '没有 __proto__ 这个键', remedy: '请删去它。' }]
    }
    return isKnown ? [{ offset: key.offset, what: `“${name}”写了两次`, remedy: '只留一个。' }] : []
  })
}

/** What JSON.parse would take without a word: the last of two equal keys, a tab in a path. */
function slipsOfMeaning(node: Node, text: string): readonly JsonSlip[] {
  const { type, value, offset, length, children = [] } = node
  const deeper = children.flatMap((child) => slipsOfMeaning(child, text))
  if (type === 'object') return [...slipsOfKeys(node), ...deeper]
  const isEscaped = type === 'string' && text.slice(offset, offset + length).includes('\\')
  return isEscaped && controlSigns.test(value)
    ? [{ offset, what: '的文字里有换行、制表之类的符号', remedy: backslashRemedy }]
    : deeper
}

/** Of the key itself, or of its value; of what is not there, where it should stand. */
function offsetAt(root: Node, path: readonly PropertyKey[], isKey: boolean): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = findNodeAtLocation(
      root,
      path.slice(0, depth).map((key) => (typeof key === 'number' ? key : String(key))),
    )
    if (node) return isKey && node.parent?.type === 'property' ? node.parent.offset : node.offset
  }
  return root.offset
}

export interface JsonText {
  readonly slips: readonly JsonSlip[]
  /** What it says; absent where that cannot be told. */
  readonly said?: {
    readonly value: unknown
    readonly offsetAt: (path: readonly PropertyKey[], isKey: boolean) => number
  }
}

export const jsonLimits = {
  nesting: { most: 100, shown: '100 层', counted: '配置、方案之类 JSON 文件里一层套一层的内容' },
  keys: { most: 20_000, shown: '2 万个', counted: '配置、方案之类 JSON 文件里的键' },
} as const

/** The parser goes a step deeper with each bracket, and no person writes so many keys. */
function excessOf(text: string): JsonSlip | undefined {
  let depth = 0
  let keys = 0
  let deepest = 0
  for (const [sign] of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[[{]|[\]}]|:/g)) {
    if (sign === '[' || sign === '{') depth += 1
    else if (sign === ']' || sign === '}') depth -= 1
    else if (sign === ':') keys += 1
    deepest = Math.max(deepest, depth)
  }
  const { nesting, keys: keyLimit } = jsonLimits
  const remedy = '请确认选对了文件。'
  if (deepest > nesting.most) return { offset: -1, what: `的内容套了超过 ${nesting.shown}`, remedy }
  return keys > keyLimit.most ? { offset: -1, what: `的键超过 ${keyLimit.shown}`, remedy } : undefined
}

export function readJsonText(text: string): JsonText {
  const excess = excessOf(text)
  if (excess) return { slips: [excess] }
  if (text.trim() === '') {
    return { slips: [{ offset: -1, what: '是空的', remedy: '至少写上 {}，或者删去这个文件。' }] }
  }
  const { found, root } = parsed(text)
  if (root === undefined) return { slips: found }
  return {
    slips: [...found, ...slipsOfMeaning(root, text)],
    said: { value: getNodeValue(root), offsetAt: (path, isKey) => offsetAt(root, path, isKey) },
  }
}

/** -1 is the file as a whole. */
export function placeName(offset: number, text: string): string {
  if (offset < 0) return ''
  const before = text.slice(0, offset).split(/\r\n|\r|\n/)
  return `第 ${before.length} 行第 ${(before.at(-1) ?? '').length + 1} 个字`
}
