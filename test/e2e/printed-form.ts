import type { Table } from '../../src/model/table.ts'
import { dateText, headingTexts, tableLines, unitText } from '../../src/render/table/cells.ts'
import { page } from '../../src/render/table/page.ts'
import { pdfPageSizes, type Word } from './office.ts'

const pointsPerMillimetre = 72 / 25.4

/** Characters in no order: lines of neighbouring cells stand mixed in the text of a PDF. */
export function lettersOf(text: string): string {
  return [...text.replace(/\s/gu, '')].toSorted().join('')
}

/** All that the form prints on so many pages of `total`, in no order. */
export function formLetters(table: Table, pages: number, total = pages): string {
  const cells = tableLines(table).map((line) => (line.kind === 'nil' ? line.text : line.cells.join('')))
  const head = [table.label ?? '', table.title, unitText(table), dateText(table), table.note]
  const onEachPage = Array.from({ length: pages }, (_, index) => [
    ...headingTexts,
    `第${index + 1}页共${total}页`,
  ])
  return lettersOf([...head, ...cells, ...onEachPage.flat()].join(''))
}

/** Pages that are not A4 on its side, and words beyond the margins, but for the page number in the lower one. */
export async function misplaced(pdf: Uint8Array, words: readonly Word[]): Promise<readonly unknown[]> {
  const sizes = await pdfPageSizes(pdf)
  const odd = sizes.filter(
    ([width, height]) =>
      Math.round(width / pointsPerMillimetre) !== page.width ||
      Math.round(height / pointsPerMillimetre) !== page.height,
  )
  const [left = 0, right = 0, top = 0, bottom = 0] = [
    page.left,
    page.width - page.right,
    page.top,
    page.height - page.bottom,
  ].map((edge) => edge * pointsPerMillimetre)
  const outside = words.filter((word) => {
    const isAside = word.left < left - 1 || word.right > right + 1 || word.top < top - 6
    return isAside || (word.bottom > bottom + 6 && !/^[第共页\d]+$/.test(word.text))
  })
  return [...odd, ...outside]
}
