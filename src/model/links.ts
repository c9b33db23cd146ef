export interface Links {
  /** Ready to open: a missing scheme is filled in, a trailing 。 removed. */
  readonly links: readonly string[]
  /** Words where a link belongs, such as 国家企业信用信息公示系统. */
  readonly words: readonly string[]
  /** Links with a scheme other than http and https. */
  readonly unsafe: readonly string[]
}
