import { printParseErrorCode, visit } from 'jsonc-parser'

/** Why a text is no JSON, where, and how to mend it. */
export interface JsonSlip {
  readonly what: string
  readonly remedy: string
}

function placeOf(offset: number, text: string): string {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/)
  return `第 ${before.length} 行第 ${(before.at(-1) ?? '').length + 1} 个字`
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

function syntaxSlip(text: string, offset: number, code: string): JsonSlip {
  const what = `${placeOf(offset, text)}不合 JSON 格式`
  if (/Escape|Unicode/.test(code)) return { what, remedy: backslashRemedy }
  return { what, remedy: slips.find(([pattern]) => pattern.test(text.slice(offset)))?.[1] ?? usualRemedy }
}

/** `D:\temp` is JSON, with a tab in it: nobody means that in a path, a name or a unit. */
const controlSigns = /\p{Cc}/u

/**
 * The first fault of the text, or undefined where it is JSON that says one thing. JSON.parse alone would do for
 * what is right; but it keeps the last of two equal keys and a tab in a path without a word.
 */
export function slipIn(text: string): JsonSlip | undefined {
  if (text.trim() === '') return { what: '是空的', remedy: '至少写上 {}，或者删去这个文件。' }
  const found: JsonSlip[] = []
  const objects: Set<string>[] = []
  const isEscaped = (offset: number, length: number): boolean =>
    text.slice(offset, offset + length).includes('\\')
  visit(
    text,
    {
      onObjectBegin: () => void objects.push(new Set()),
      onObjectEnd: () => void objects.pop(),
      onObjectProperty(key, offset) {
        const known = objects.at(-1)
        const place = placeOf(offset, text)
        if (key === '__proto__') found.push({ what: `${place}：没有 __proto__ 这个键`, remedy: '请删去它。' })
        if (known?.has(key)) found.push({ what: `${place}：“${key}”写了两次`, remedy: '只留一个。' })
        known?.add(key)
      },
      onLiteralValue(value, offset, length) {
        if (typeof value !== 'string' || !controlSigns.test(value) || !isEscaped(offset, length)) return
        found.push({
          what: `${placeOf(offset, text)}的文字里有换行、制表之类的符号`,
          remedy: backslashRemedy,
        })
      },
      onError: (error, offset) => void found.push(syntaxSlip(text, offset, printParseErrorCode(error))),
      onComment: (offset) => void found.push(syntaxSlip(text, offset, 'Comment')),
    },
    { disallowComments: false, allowTrailingComma: false },
  )
  return found[0]
}
