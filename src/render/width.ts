/** In these ranges every character is one column, or every one two; nothing joins or marks another. */
function plainWidth(code: number): number | undefined {
  if (code >= 0x20 && code < 0x7f) return 1
  const isWide = (code >= 0x4e00 && code < 0xa000) || (code >= 0x3001 && code < 0x3021) || isFullWidth(code)
  return isWide ? 2 : undefined
}

function isFullWidth(code: number): boolean {
  return code > 0xff00 && code < 0xff5f
}

const scripts = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Tangut']
  .map((name) => `\\p{Script=${name}}`)
  .join('')
const halfWidth = '\\uFF61-\\uFF9F\\uFFA0-\\uFFDF'
/** What else EastAsianWidth.txt calls wide, but for emoji. */
const symbols = [
  '\\u231B\\u2329\\u2FF0-\\u303E\\u3099-\\u30FF\\u3105-\\u312F\\u3131-\\u318E\\u3190-\\u31E3\\u31EF-\\u321E',
  '\\u3220-\\u3247\\u3250-\\u4DBF\\uFE10-\\uFE19\\uFE30-\\uFE52\\uFE54-\\uFE66\\uFE68-\\uFE6B\\uFF01-\\uFF60',
  '\\uFFE0-\\uFFE6\\u{1F200}-\\u{1F202}\\u{1F210}-\\u{1F23B}\\u{1F240}-\\u{1F248}',
  '\\u{20000}-\\u{2FFFD}\\u{30000}-\\u{3FFFD}',
].join('')

const regions = '[\\u{1F1E6}-\\u{1F1FF}]{2}'
const tags = '[\\u{E0061}-\\u{E007A}]{2}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{1,3}\\u{E007F}'
const picture =
  '(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|\\p{Emoji_Presentation})'
const emoji = `${regions}|\\u{1F3F4}${tags}|${picture}(?:\\u200D${picture})*`
const wide = `${emoji}|(?![${halfWidth}])[${scripts}]|(?!\\p{M})[${symbols}]`
const colour = '\\u001B\\[[\\d;]*m'

let pieces: RegExp | undefined

/** Made when a text needs it: to read these classes takes V8 longer than most commands can spare. */
function piecesOf(text: string): RegExpStringIterator<RegExpExecArray> {
  pieces ??= new RegExp(`(?<two>${wide})|(?<tab>\\t)|(?<none>${colour}|\\p{Cc}|\\p{M})|.`, 'gsu')
  return text.matchAll(pieces)
}

function widthOf({ groups = {} }: RegExpExecArray): number {
  const { two, none, tab } = groups
  if (two !== undefined) return 2
  if (none !== undefined) return 0
  return tab === undefined ? 1 : 8
}

function joinedWidth(text: string): number {
  let width = 0
  for (const piece of piecesOf(text)) width += widthOf(piece)
  return width
}

/** Columns a text takes in a terminal: a Chinese character two, a combining mark none. */
export function displayWidth(text: string): number {
  let width = 0
  for (let index = 0; index < text.length; index += 1) {
    const plain = plainWidth(text.charCodeAt(index))
    if (plain === undefined) return joinedWidth(text)
    width += plain
  }
  return width
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text
}
