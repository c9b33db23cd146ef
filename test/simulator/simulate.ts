import { createHash } from 'node:crypto'
import { run as runProgram } from '../../src/cli.ts'
import { ExitCode } from '../../src/io/io.ts'
import { type FakeIo, fakeIo } from '../fake-io.ts'
import { type Random, randomOf } from '../soak/random.ts'
import { archiveBroken, casesIn, casesOf, filesBroken, identitiesBroken, receiptsIn } from './check.ts'
import { type Machine, machineIn } from './faulty-io.ts'
import { archive, type Files, logs, someFiles, someRuns, unit } from './scenario.ts'
import { interleave } from './turns.ts'

// The whole program behind its door, in a world in memory that fails as the real one does: reads that break off at any
// byte, disks that are full, files that are in use, a clock that jumps, plugs that are pulled at any await, and others at
// work on the same archive. One number decides all of it, so whatever goes wrong once goes wrong again.

interface SimulatedRun extends Machine {
  readonly args: readonly string[]
  exitCode: ExitCode | undefined
}

export interface Simulation {
  readonly seed: number
  readonly lines: readonly string[]
  readonly killed: number
  readonly failed: number
  readonly broken: readonly string[]
  /** The same for the same seed. */
  readonly print: string
}

/** The same commands end on the same codes whatever fails; what a run cannot do without makes it 3. */
function codeBroken({ exitCode, course, args, printed }: SimulatedRun): readonly string[] {
  if (course.isKilled) return []
  const said = `exit ${exitCode} of ${args.join(' ')}`
  if (exitCode === undefined) return [`never ended: ${args.join(' ')}`]
  if (exitCode === ExitCode.bug || exitCode === ExitCode.interrupted) return [`${said}: ${printed().err}`]
  const isNeeded = course.hasLostLog || course.hasLostWrite
  return isNeeded && exitCode !== ExitCode.failure && exitCode !== ExitCode.usage
    ? [`${said}, though reading or writing failed`]
    : []
}

function isJson({ args, course, exitCode }: SimulatedRun): boolean {
  const isWhole = !course.isKilled && !course.hasLostWrite && exitCode !== ExitCode.usage
  return args[args.indexOf('-f') + 1] === 'json' && isWhole
}

/** What is printed adds up, and no case of the logs is missing from a report that was made undisturbed. */
async function printBroken(run: SimulatedRun, files: Files, isChanged: boolean): Promise<readonly string[]> {
  const { out } = run.printed()
  if (!isJson(run) || out === '') return []
  const broken = identitiesBroken(out)
  if (run.args[0] !== 'report' || run.course.hasFailed || isChanged) return broken
  const [told, held] = [
    casesIn(out),
    await casesOf(
      run.args.filter((word) => logs.some((log) => log === word)),
      files,
    ),
  ]
  const isSame = told === undefined || held === undefined || told === held
  return isSame ? broken : [...broken, `${held} cases read, ${told} in the table or left out`]
}

/** Each return that was said to be recorded is; those cut off may have been. */
function recordsBroken(earlier: number, shared: FakeIo, runs: readonly SimulatedRun[]): readonly string[] {
  const now = receiptsIn(shared).size
  const texts = runs.map(({ printed }) => `${printed().out}\n${printed().err}`)
  const said = texts.reduce((sum, text) => sum + (text.match(/^ *已登记[： ]/gm)?.length ?? 0), 0)
  const disturbed = runs.filter(({ course }) => course.isKilled || course.hasFailed)
  // Of many units, there are two here.
  const cut = disturbed.reduce((sum, { args: [command] }) => sum + (command === 'collect' ? 2 : 1), 0)
  // One more where a correction was cut off: its place is reserved by a copy of what it replaces.
  const isRight = now >= earlier + said && now <= earlier + said + cut
  return isRight ? [] : [`${earlier} receipts, ${said} recorded, ${cut} cut off, then ${now}`]
}

async function recordedBefore(shared: FakeIo, random: Random): Promise<void> {
  if (random.below(2) > 0) return
  const line = [
    'record',
    random.of(logs),
    '--archive',
    archive,
    '--allow-errors',
    '--unit',
    unit,
    '--no-config',
  ]
  await runProgram(line, { ...fakeIo(), disk: shared.disk })
}

function printOf(runs: readonly SimulatedRun[], { files }: FakeIo): string {
  const hash = createHash('sha256')
  for (const { exitCode, printed } of runs) hash.update(`${exitCode}\n${printed().out}\n${printed().err}\n`)
  for (const [path, content] of [...files].sort(([one], [other]) => (one < other ? -1 : 1))) {
    hash.update(path).update(content instanceof Uint8Array ? content : '')
  }
  return hash.digest('hex')
}

export async function simulate(seed: number): Promise<Simulation> {
  const random = randomOf(seed)
  const files = someFiles(random)
  const shared = fakeIo({ files })
  await recordedBefore(shared, random)
  const before = new Map(shared.files)
  const earlier = receiptsIn(shared).size
  const runs = someRuns(random).map(
    (args): SimulatedRun => ({
      args,
      exitCode: undefined,
      ...machineIn(shared, randomOf(random.below(2 ** 30))),
    }),
  )
  await interleave(
    runs.map((one) => ({
      runner: one.runner,
      start: async () => {
        one.exitCode = await runProgram(one.args, one.io)
      },
    })),
    random,
  )
  const isChanged = runs.some(({ args }) => args.includes('--in-place'))
  const printed = await Promise.all(runs.map((one) => printBroken(one, files, isChanged)))
  return {
    seed,
    lines: runs.map(
      ({ args, exitCode, course }) => `ipcase ${args.join(' ')} → ${course.isKilled ? 'killed' : exitCode}`,
    ),
    killed: runs.filter(({ course }) => course.isKilled).length,
    failed: runs.filter(({ course }) => course.hasFailed).length,
    broken: [
      ...runs.flatMap(codeBroken),
      ...printed.flat(),
      ...recordsBroken(earlier, shared, runs),
      ...archiveBroken(before, shared),
      ...(await filesBroken(before, shared)),
    ],
    print: printOf(runs, shared),
  }
}
