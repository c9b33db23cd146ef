import type { IsoDate } from '../../model/date.ts'
import type { Skipped } from '../../model/run.ts'
import { pathName } from '../findings/place.ts'
import { visible } from '../printable.ts'

export interface Verification {
  readonly archive: string
  readonly receipts: readonly {
    readonly path: string
    readonly unit: string
    readonly day: IsoDate
    readonly cases: number
    /** Whether it tells of the file that is asked about. */
    readonly isOfFile: boolean
  }[]
  readonly damaged: readonly Skipped[]
  readonly file: { readonly name: string; readonly isKnown: boolean } | undefined
  readonly quiet: boolean
}

function fileLines({ receipts, file }: Verification): readonly string[] {
  if (file === undefined) return []
  const name = pathName(file.name)
  if (!file.isKnown) return [`× ${name} 与哪一条记录登记的文件都不相同`]
  return receipts
    .filter(({ isOfFile }) => isOfFile)
    .map(({ path }) => `√ ${name} 与 ${visible(path)} 登记的文件相同`)
}

export function verificationText(verification: Verification): string {
  const { archive, receipts, damaged, quiet } = verification
  const intact = receipts.map(
    ({ path, unit, day, cases }) => `√ ${visible(path)}  ${visible(unit)}，${day} 报送，案件 ${cases} 件`,
  )
  const broken = damaged.map(({ path, reason }) => `× ${visible(path)}  ${visible(reason)}`)
  const count = receipts.length + damaged.length
  const state = damaged.length === 0 ? '全部完好' : `其中 ${damaged.length} 条不作依据`
  const sum = count === 0 ? `存档 ${visible(archive)} 里没有报送记录。` : `共 ${count} 条报送记录，${state}。`
  return [...(quiet ? [] : intact), ...broken, ...fileLines(verification), sum, ''].join('\n')
}
