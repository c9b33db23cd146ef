/** Why a bureau's own template or font cannot be used, as a value; the command says it as the user's mistake. */
export interface Refusal {
  readonly message: string
  readonly remedy: string
  /** The file is more than is read of any; otherwise another one was meant. */
  readonly isTooMuch?: true
}
