import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'rolldown'

/** A program to compare with. */
export interface Peer {
  readonly version: string
  readonly path: string
}

export interface Peers {
  readonly plain: Peer
  readonly duckdb: Peer | undefined
  readonly miller: Peer | undefined
  readonly csvclean: Peer | undefined
}

const run = promisify(execFile)
const home = 'test/bench/peers'

async function versionOf(manifest: string): Promise<string> {
  const { version } = JSON.parse(await readFile(manifest, 'utf8'))
  return version
}

async function installed(program: string): Promise<Peer | undefined> {
  try {
    const { stdout } = await run(program, ['--version'])
    return { version: /\d+(?:\.\d+)+/.exec(stdout)?.[0] ?? '', path: program }
  } catch {
    return undefined
  }
}

/** What a developer would write in an hour, bundled like the program itself. */
async function bundledPlain(folder: string): Promise<Peer> {
  const outfile = join(folder, 'plain.mjs')
  await build({ input: `${home}/plain.ts`, platform: 'node', output: { file: outfile, format: 'esm' } })
  const versions = ['csv-parse', 'zod'].map((name) => versionOf(`node_modules/${name}/package.json`))
  return { version: (await Promise.all(versions)).join(' + '), path: outfile }
}

const manifest = `${home}/node_modules/@duckdb/node-api/package.json`

async function installDuckdb(say: (line: string) => void): Promise<void> {
  say(`${home} 里还没有 DuckDB，现在运行 npm ci（约 70 MB，只在第一次）…`)
  const { npm_execpath } = process.env
  const npm = npm_execpath ? [process.execPath, npm_execpath] : ['npm']
  const [program = 'npm', ...args] = [...npm, 'ci', '--ignore-scripts', '--no-audit', '--no-fund']
  try {
    await run(program, args, { cwd: home })
  } catch {
    say('npm ci 没有成功（没有网络？），这次不与 DuckDB 比较。')
  }
}

async function duckdb(mayInstall: boolean, say: (line: string) => void): Promise<Peer | undefined> {
  if (mayInstall && !existsSync(manifest)) await installDuckdb(say)
  return existsSync(manifest)
    ? { version: await versionOf(manifest), path: resolve(home, 'duckdb.js') }
    : undefined
}

export interface Search {
  /** Where a peer may be built. */
  readonly folder: string
  readonly mayInstall: boolean
  readonly say: (line: string) => void
}

export async function findPeers({ folder, mayInstall, say }: Search): Promise<Peers> {
  return {
    plain: await bundledPlain(folder),
    duckdb: await duckdb(mayInstall, say),
    miller: await installed('mlr'),
    csvclean: await installed('csvclean'),
  }
}
