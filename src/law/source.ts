/** The article a legal constant was taken from, so that whoever reads a finding can check it. */
export interface LegalSource {
  readonly law: string
  /** Absent where only the law as a whole is known to say so. */
  readonly article?: string
}

/** 《专利行政执法办法》第二十一条 */
export function citationOf({ law, article }: LegalSource): string {
  return `《${law}》${article ?? ''}`
}
