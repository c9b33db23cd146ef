import type { Receipt } from '../../src/archive/receipt.ts'
import { readReceipt, unitPartOf } from '../../src/archive/receipt-file.ts'
import { type FakeIo, transcript } from '../fake-io.ts'
import { archive, type Files, logs } from './scenario.ts'

interface LogCounts {
  readonly rows: number
  readonly cases: number
  readonly skipped: { readonly blank: number; readonly placeholder: number; readonly furniture: number }
}

interface Tally {
  readonly cases: number
  readonly carried: number
  readonly filed: number
  readonly closed: number
  readonly open: number
}

interface Document {
  readonly exitCode: number
  readonly logs?: readonly LogCounts[]
  readonly sections?: readonly { readonly rows: readonly unknown[] }[]
  readonly totals?: { readonly all: Tally }
  readonly leftOut?: readonly unknown[]
}

/** What must hold of every document, whatever became of the run. */
export function identitiesBroken(text: string): readonly string[] {
  const { logs: read = [], sections, totals, leftOut } = JSON.parse(text) as Document
  const rows = read.filter(
    ({ rows: all, cases, skipped: { blank, placeholder, furniture } }) =>
      all !== cases + blank + placeholder + furniture,
  )
  const broken = rows.map((log) => `rows are not accounted for: ${JSON.stringify(log)}`)
  if (sections === undefined || totals === undefined || leftOut === undefined) return broken
  const listed = sections.reduce((sum, section) => sum + section.rows.length, 0)
  const { cases, carried, filed, closed, open } = totals.all
  const isWhole = cases === listed && cases === carried + filed && cases === closed + open
  return isWhole ? broken : [...broken, `totals and rows differ: ${listed}, ${JSON.stringify(totals.all)}`]
}

/** Cases of the table and those that are left out, or undefined where no table was made. */
export function casesIn(text: string): number | undefined {
  const { sections = [], leftOut = [] } = JSON.parse(text) as Document
  const listed = sections.reduce((sum, section) => sum + section.rows.length, 0)
  return listed + leftOut.length === 0 ? undefined : listed + leftOut.length
}

/** By its path below the archive. */
export function receiptsIn(shared: FakeIo): ReadonlyMap<string, Receipt | string> {
  const found = new Map<string, Receipt | string>()
  for (const [path, bytes] of shared.files) {
    const [, round = '', name = ''] = new RegExp(`/${archive}/([^/]+)/([^/]+)$`).exec(path) ?? []
    const of = unitPartOf(name)
    if (of === undefined || !(bytes instanceof Uint8Array)) continue
    const read = readReceipt(bytes, { round, name })
    found.set(`${round}/${name}`, 'damage' in read ? read.damage : read)
  }
  return found
}

/** No receipt is damaged or gone, none has the number of another. */
export function archiveBroken(before: FakeIo['files'], shared: FakeIo): readonly string[] {
  const receipts = [...receiptsIn(shared)]
  const damaged = receipts.flatMap(([path, receipt]) =>
    typeof receipt === 'string' ? [`${path}: ${receipt}`] : [],
  )
  const whole = receipts.flatMap(([, receipt]) => (typeof receipt === 'string' ? [] : [receipt]))
  // A correction that was cut off may have left a copy of what it was to replace.
  const numbers = [...new Map(whole.map((receipt) => [receipt.digest, receipt])).values()].map(
    ({ round, unitKey, revision }) => `${round} ${unitKey} ${revision}`,
  )
  const twice = numbers.filter((number, at) => numbers.indexOf(number) !== at)
  const kept = new Set(whole.map(({ digest }) => digest))
  const earlier = [...receiptsIn({ ...shared, files: before }).values()]
  const gone = earlier.flatMap((one) =>
    typeof one === 'string' || kept.has(one.digest) ? [] : [one.file.name],
  )
  return [
    ...damaged.map((what) => `a receipt is damaged: ${what}`),
    ...[...new Set(twice)].map((number) => `two receipts have one number: ${number}`),
    ...gone.map((name) => `a receipt is gone: ${name}`),
  ]
}

function isSame(one: unknown, other: unknown): boolean {
  return one instanceof Uint8Array && other instanceof Uint8Array && Buffer.compare(one, other) === 0
}

/** A log is there as it was, or beside its new self; anything else is old or new. */
function formerBroken(before: FakeIo['files'], { files }: FakeIo): readonly string[] {
  const isKept = (content: unknown): boolean => [...files.values()].some((now) => isSame(now, content))
  const own = [...before].filter(([path]) => !path.includes(`/${archive}/`))
  return own.flatMap(([path, content]) => [
    ...(files.has(path) ? [] : [`${path} is neither old nor new`]),
    ...(logs.some((log) => path.endsWith(log)) && !isKept(content) ? [`${path} is lost`] : []),
  ])
}

async function contentBroken(path: string, content: Uint8Array): Promise<readonly string[]> {
  if (/表\.json$/.test(path)) return identitiesBroken(Buffer.from(content).toString())
  if (!/表\.(csv|xlsx|docx)$/.test(path)) return []
  const { exitCode, err } = await transcript(['validate', '表', '--no-config', '-q'], {
    files: { 表: content },
  })
  return exitCode === 3 || exitCode === 70 ? [`${path} cannot be read: ${err}`] : []
}

/** What stood before stands still, or beside it; and what is there now can be read. */
export async function filesBroken(before: FakeIo['files'], shared: FakeIo): Promise<readonly string[]> {
  const broken: string[] = []
  for (const [path, content] of shared.files) {
    if (!(content instanceof Uint8Array) || isSame(content, before.get(path))) continue
    broken.push(...(await contentBroken(path, content)))
  }
  return [...formerBroken(before, shared), ...broken]
}

/** How many cases the logs hold, as a run in a sound world says. */
export async function casesOf(words: readonly string[], files: Files): Promise<number | undefined> {
  const args = ['validate', ...words, '--no-config', '-f', 'json']
  const { out, exitCode } = await transcript(args, { files })
  const { logs: read = [] } = JSON.parse(out) as Document
  return exitCode === 3 ? undefined : read.reduce((sum, { cases }) => sum + cases, 0)
}
