import type { FormPlaces } from '../../model/form-places.ts'
import type { Look } from '../../model/look.ts'
import type { Statistics } from '../../model/table.ts'

interface TableOptions {
  readonly look: Look
  /** The files of `TableFormat.files`, by the name they have under templates/. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly template?: Uint8Array
  /** Where a template without markers takes what; absent where it has no heading row either. */
  readonly places?: FormPlaces
  readonly font?: Uint8Array
}

/** Why a bureau's own template or font cannot be used, as a value; the command says it as the user's mistake. */
export interface Refusal {
  readonly message: string
  readonly remedy: string
  /** The file is more than is read of any; otherwise another one was meant. */
  readonly isTooMuch?: true
}

export interface FilledForm {
  readonly bytes: Uint8Array
  readonly warnings: readonly string[]
}

export type Rendered = string | FilledForm | { readonly refusal: Refusal }

export type RenderTable = (statistics: Statistics, options: TableOptions) => Rendered | Promise<Rendered>

export interface TableFormat {
  /** With the dot, the usual one first. */
  readonly extensions: readonly string[]
  /** Files under templates/ that the command reads before rendering; absent where the format needs none. */
  readonly files?: readonly string[]
  /** Loaded only when asked for. */
  readonly load: () => Promise<RenderTable>
}
