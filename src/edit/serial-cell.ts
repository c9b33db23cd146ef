export interface SerialCell {
  readonly line: number
  readonly sheet?: string
  /** Where 序号 stands in the row; undefined where the column is missing: a text gets it first, a sheet last. */
  readonly index: number | undefined
  /** The column whose looks a missing one takes on. */
  readonly like?: number
  /** A number, '' for a blank, or the heading of a missing column. */
  readonly text: string
}

export const serialHeading = '序号'
