/** A number stays one, so that a workbook can add it up. */
export type ListCell = string | number

export interface ListColumn {
  readonly heading: string
  /** Numbers, or what stands in the place of one: set to the right. */
  readonly isNumber: boolean
  /** Left out where a screen has no room for it. */
  readonly isSpare?: true
}

/** A list as every format draws it: to add a list is data, to add a format one file of this folder. */
export interface List {
  /** As an anchor in a page. */
  readonly id: string
  readonly title: string
  readonly columns: readonly ListColumn[]
  readonly rows: readonly (readonly ListCell[])[]
  /** Said below it. */
  readonly notes: readonly string[]
}

export function words(...headings: readonly string[]): readonly ListColumn[] {
  return headings.map((heading) => ({ heading, isNumber: false }))
}

export function numbers(...headings: readonly string[]): readonly ListColumn[] {
  return headings.map((heading) => ({ heading, isNumber: true }))
}
