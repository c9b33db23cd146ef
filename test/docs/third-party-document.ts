import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { build } from 'rolldown'
import shipped from '../../rolldown.config.ts'
import { table } from './markdown-table.ts'

interface BundledPackage {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly text: string
}

/** The folder of the package a bundled file belongs to: the innermost one. */
function folderOf(input: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]
}

function packageIn(folder: string): BundledPackage {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry))
  const text = file ? readFileSync(`${folder}/${file}`, 'utf8') : ''
  // A manifest may leave it to the text.
  return { name, version, license: license ?? /\b(MIT)\b/.exec(text)?.[1] ?? 'unknown', text }
}

/** The packages whose code stands in dist/, as the bundler sees them. */
export async function bundledPackages(): Promise<readonly BundledPackage[]> {
  const { output } = await build({ ...shipped, write: false })
  const bundled = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
  const folders = bundled.flatMap((path) => folderOf(path) ?? [])
  return [...new Set(folders)]
    .filter((folder) => existsSync(`${folder}/package.json`))
    .map(packageIn)
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** docs/third-party.md: whose code is shipped, under which terms. */
export function thirdPartyDocument(packages: readonly BundledPackage[]): string {
  const rows = packages.map(({ name, version, license }) => [`\`${name}\``, version, license])
  const texts = packages.map(
    ({ name, text }) => `## ${name}\n\n\`\`\`text\n${text.trim().replaceAll('\r\n', '\n')}\n\`\`\`\n`,
  )
  return [
    '# Third-party code and fonts',
    '',
    'What `dist/` holds besides our own code, as the bundler found it. The fonts under `templates/fonts/` are Noto',
    'Serif SC and Noto Sans SC, SIL Open Font License 1.1; their licence stands beside them.',
    '',
    table(['Package', 'Version', 'Licence'], rows),
    '',
    ...texts,
  ].join('\n')
}
