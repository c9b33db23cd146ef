/** A setting that holds, as people call it. */
export interface ShownSetting {
  readonly name: string
  /** '' where nothing is set. */
  readonly value: string
  /** Where it comes from, in words. */
  readonly from: string
}
