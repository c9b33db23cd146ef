import { existsSync, readdirSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { table } from '../docs/markdown-table.ts'
import type { Contest, Entry } from './contests.ts'

/*
 * What users get, as `npm run build:portable` and `npm run pack:release` left it in release/: how large it is, and how
 * soon it starts, with the Node that lies in the folder beside the same Node alone.
 */

const release = 'release'

function named(end: RegExp): string | undefined {
  return existsSync(release) ? readdirSync(release).find((name) => end.test(name)) : undefined
}

function entry(id: string, title: string, app: string, ...args: readonly string[]): Entry {
  return { id, title, command: [resolve(app, 'node'), ...args], isPeer: true }
}

/** Nothing where nothing was built: the program out of the checkout is measured all the same. */
export function handedOutContest(runs: number): readonly Contest[] {
  const folder = named(/-linux-x64$/)
  if (folder === undefined) return []
  const app = `${release}/${folder}/app`
  const program = resolve(app, 'bin/ipcase.js')
  const plain = ['--as-of', '2024-06-07', '--no-config', '-q']
  return [
    {
      title: '不用安装的文件夹（linux-x64）的启动',
      runs,
      entries: [
        entry('portable-node', '文件夹里的 node -e 0', app, '-e', '0'),
        entry('portable-version', '文件夹里的 ipcase --version', app, program, '--version'),
        entry(
          'portable-validate',
          '文件夹里的 ipcase validate，30 件',
          app,
          program,
          'validate',
          '30.csv',
          ...plain,
        ),
      ],
    },
  ]
}

const artefacts: readonly (readonly [title: string, end: RegExp])[] = [
  ['npm 安装包', /\.tgz$/],
  ['不用安装的文件夹，Windows（其中 node.exe 约占九成）', /-win-x64\.zip$/],
  ['不用安装的文件夹，Linux', /-linux-x64\.tar\.gz$/],
]

/** The sizes of what stands in release/, for docs/benchmarks.md. */
export function handedOutSizes(): readonly string[] {
  const rows = artefacts.flatMap(([title, end]) => {
    const name = named(end)
    if (name === undefined) return []
    return [[title, `${(statSync(`${release}/${name}`).size / 2 ** 20).toFixed(1)} MiB`]]
  })
  return rows.length === 0 ? [] : ['', '## 发给用户的有多大', '', table(['文件', '大小'], rows)]
}
