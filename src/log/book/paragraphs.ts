interface Passage {
  readonly paragraphs: string[]
  readonly targets: Set<string>
}

/** Passages inside one another: a page, a table on it, a cell, a text box. */
export interface Passages {
  readonly open: (paragraphs?: readonly string[]) => void
  readonly close: () => Passage
  readonly current: () => Passage
  readonly write: (text: string) => void
  readonly endParagraph: () => void
}

interface OpenPassage extends Passage {
  unfinished: string
}

export function createPassages(): Passages {
  const outermost = emptyPassage()
  const open = [outermost]
  const innermost = (): OpenPassage => open.at(-1) ?? outermost
  const endParagraph = (): void => {
    const text = innermost().unfinished.trim()
    if (text !== '') innermost().paragraphs.push(text)
    innermost().unfinished = ''
  }
  return {
    open: (paragraphs = []) => open.push(emptyPassage(paragraphs)),
    close() {
      endParagraph()
      return open.pop() ?? outermost
    },
    current: innermost,
    write(text) {
      innermost().unfinished += text
    },
    endParagraph,
  }
}

function emptyPassage(paragraphs: readonly string[] = []): OpenPassage {
  return { paragraphs: [...paragraphs], targets: new Set(), unfinished: '' }
}
