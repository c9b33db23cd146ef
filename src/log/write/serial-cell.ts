export interface SerialCell {
  /** The line its record starts on, or the row of its sheet. */
  readonly line: number
  /** In workbooks that hold several logs. */
  readonly sheet?: string
  /** Where 序号 stands in the row; undefined where the column is missing and put first. */
  readonly index: number | undefined
  /** A number, '' for a blank, or the heading of a missing column. */
  readonly text: string
}

export const serialHeading = '序号'
