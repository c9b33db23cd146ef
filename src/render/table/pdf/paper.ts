import PDFDocument from 'pdfkit'
import type { IsoDate } from '../../../model/date.ts'
import type { Fonts, Lettering } from './lettering.ts'
import type { Mark, Page } from './mark.ts'
import { sheet } from './sheet.ts'

type Paper = InstanceType<typeof PDFDocument>
type TextMark = Extract<Mark, { kind: 'text' }>

const black = '#000000'
const linkColor = '#1F3864'
// 小标宋 is heavier than the regular Noto Serif: its outline is drawn too.
const titleStroke = 0.35

function drawText(paper: Paper, mark: TextMark, lettering: Lettering): void {
  const isTitle = mark.hand === 'title'
  const color = mark.target === undefined ? black : linkColor
  let { left } = mark
  paper.fontSize(mark.size).fillColor(color).strokeColor(color).lineWidth(titleStroke)
  for (const { typeface, text, ems } of lettering.runs(mark.text, mark.hand)) {
    paper.font(typeface.name)
    paper.text(text, left, mark.baseline, {
      lineBreak: false,
      baseline: 'alphabetic',
      fill: true,
      stroke: isTitle,
    })
    left += ems * mark.size
  }
  const top = mark.baseline - mark.size
  if (mark.target !== undefined) paper.link(mark.left, top, mark.width, mark.size * 1.25, mark.target)
}

function draw(paper: Paper, mark: Mark, lettering: Lettering): void {
  if (mark.kind === 'text') drawText(paper, mark, lettering)
  else
    paper
      .lineWidth(mark.weight)
      .moveTo(...mark.from)
      .lineTo(...mark.to)
      .stroke(black)
}

export interface Imprint {
  readonly title: string
  readonly author: string
  readonly date: IsoDate
}

function blankPaper({ title, author, date }: Imprint): Paper {
  // The day of the form, not of the clock: the same form is the same bytes.
  const day = new Date(`${date}T00:00:00Z`)
  return new PDFDocument({
    size: [sheet.width, sheet.height],
    margin: 0,
    autoFirstPage: false,
    // Without a name pdfkit would load Helvetica from its own folder, which a bundle does not have.
    font: '',
    lang: 'zh-CN',
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: title, Author: author, Creator: 'ipcase', CreationDate: day, ModDate: day },
  })
}

export async function printed(
  pages: Iterable<Page>,
  imprint: Imprint,
  { fonts, lettering }: { readonly fonts: Fonts; readonly lettering: Lettering },
): Promise<Uint8Array> {
  const paper = blankPaper(imprint)
  for (const typeface of [fonts.serif, fonts.sans, fonts.own]) {
    if (typeface !== undefined) paper.registerFont(typeface.name, typeface.bytes, typeface.member)
  }
  for (const page of pages) {
    paper.addPage()
    for (const mark of page) draw(paper, mark, lettering)
  }
  paper.end()
  const chunks: Uint8Array[] = []
  for await (const chunk of paper) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}
