import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { commands } from '../../src/commands/index.ts'
import { fakeIo } from '../fake-io.ts'
import { ownFolder } from '../own-folder.ts'

async function printed(shell: string): Promise<string> {
  const io = fakeIo({})
  expect(await run(['completion', shell], io)).toEqual(0)
  return io.printed.out
}

const folder = ownFolder()
await writeFile(join(folder, 'ipcase.bash'), await printed('bash'))
await writeFile(join(folder, '台账 六月.csv'), '')

/** What a real bash would offer for the last of these words. */
function offered(...words: readonly string[]): readonly string[] {
  const script = `source ./ipcase.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _ipcase; printf '%s\\n' "\${COMPREPLY[@]}"`
  const out = execFileSync('bash', ['--norc', '-c', script, 'bash', 'ipcase', ...words], {
    cwd: folder,
    encoding: 'utf8',
  })
  return out.split('\n').filter((line) => line !== '')
}

test('bash offers every command first', () => {
  const names = commands.map(({ name }) => name)
  expect(offered('')).toEqual([...names, 'help', '--help', '--version'])
  expect(offered('va')).toEqual(['validate'])
  expect(offered('help', 'dead')).toEqual(['deadline'])
})

test.each([
  { words: ['report', '--per'], offers: ['--period'] },
  { words: ['report', '--sort', ''], offers: ['input', 'filed'] },
  { words: ['validate', '--fail-on', 'w'], offers: ['warning'] },
  { words: ['explain', 'url-mis'], offers: ['url-missing'] },
  { words: ['completion', ''], offers: ['bash', 'powershell'] },
  { words: ['report', '台账'], offers: ['台账 六月.csv'] },
  { words: ['report', '-o', '台'], offers: ['台账 六月.csv'] },
  { words: ['report', '--unit', ''], offers: [] },
  { words: ['report', '--no-color', '台'], offers: ['台账 六月.csv'] },
])('bash offers $offers after $words', ({ words, offers }) => {
  expect(offered(...words)).toEqual(offers)
})

test('PowerShell is told the same commands, options and summaries, in ASCII, whatever code page reads them', async () => {
  const script = await printed('powershell')
  expect(script).toMatch(/^[\n\x20-\x7e]*$/)
  const told = script
    .replace(/\[regex\]::Unescape\(('.*?')\)/g, '$1')
    .replace(/\\u([0-9a-f]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
  for (const { name, summary } of commands) {
    expect(told).toContain(`  '${name}' = @{\n    Summary = '${summary}'`)
  }
  expect(told).toContain(`'--sort' = @{ Summary = '同一类型内的次序`)
  expect(told).toContain(`Choices = @('input', 'filed')`)
})

test.each([
  ['completion', 'zsh'],
  ['completion', 'bsh'],
])('%s %s is refused with what there is', async (...args) => {
  const io = fakeIo({})
  expect(await run(args, io)).toEqual(2)
  expect(io.printed.err).toContain('bash、powershell')
})
