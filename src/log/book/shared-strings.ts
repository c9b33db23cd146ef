import { walkXml, type XmlEnd } from '../../office/xml-walk.ts'

/** Collects the text of a string item: its runs without the reading aids that stand beside them. */
interface StringItem {
  readonly open: (name: string) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
  readonly take: () => string
}

export function createStringItem(): StringItem {
  let collected = ''
  let isText = false
  let isReadingAid = false
  return {
    open(name) {
      if (name === 'rPh') isReadingAid = true
      else if (name === 't') isText = !isReadingAid
    },
    text(text) {
      if (isText) collected += text
    },
    close(name) {
      if (name === 't') isText = false
      else if (name === 'rPh') isReadingAid = false
    },
    take() {
      const taken = unescaped(collected)
      collected = ''
      return taken
    },
  }
}

/** `_x000D_` stands for a character XML cannot hold or would change. */
export function unescaped(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
  return plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain
}

export function readSharedStrings(part: Uint8Array): readonly string[] | Exclude<XmlEnd, 'whole'> {
  const strings: string[] = []
  const item = createStringItem()
  const end = walkXml(part, {
    open: item.open,
    text: item.text,
    close(name) {
      item.close(name)
      if (name === 'si') strings.push(item.take())
    },
  })
  return end === 'whole' ? strings : end
}
