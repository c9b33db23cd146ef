/** What only people know: the place for it, and what belongs there. */
export interface Blank {
  readonly blank: string
}

export type BriefPiece = string | Blank

export type BriefParagraph = readonly BriefPiece[]

export interface BriefSection {
  readonly heading: string
  readonly paragraphs: readonly BriefParagraph[]
}

/** A draft of the account that goes with the table, such as 季度工作进展情况. */
export interface Brief {
  readonly title: string
  readonly opening: readonly BriefParagraph[]
  readonly sections: readonly BriefSection[]
  readonly signature: readonly BriefParagraph[]
}

/** 【待填：典型案例】 */
export function blankText({ blank }: Blank): string {
  return `【待填：${blank}】`
}
