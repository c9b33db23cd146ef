import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { exampleLog } from '../example-log.ts'
import { ownFolder } from '../own-folder.ts'
import { program } from '../program.ts'

/** The recipes of the manual, as they stand there, run with a `mail` that keeps what it is given. */
const manual = readFileSync('docs/manual.md', 'utf8')

function recipe(language: string, start: string): string {
  return new RegExp(`\`\`\`${language}\\n(${start}.*?)\`\`\``, 's').exec(manual)?.[1] ?? ''
}

const place = ownFolder()

function script(name: string, text: string): void {
  writeFileSync(join(place, name), text)
  chmodSync(join(place, name), 0o755)
}

beforeAll(() => {
  script('ipcase', `#!/bin/sh\nexec ${process.execPath} ${program} "$@"\n`)
  script('mail', `#!/bin/sh\n{ echo "$*"; cat; } >> ${join(place, 'mailbox')}\n`)
  script('提醒.sh', recipe('sh', '#!/bin/sh'))
  writeFileSync(join(place, 'ipcase.config.json'), '{"unit":"凌源市","logs":["台账.csv"]}')
})

/** As cron runs it: from another folder, with next to nothing in the environment. */
function mailOn(asOf: string, log: string | undefined): string {
  rmSync(join(place, 'mailbox'), { force: true })
  rmSync(join(place, '台账.csv'), { force: true })
  if (log !== undefined) writeFileSync(join(place, '台账.csv'), log)
  const env = { PATH: `${place}:${dirname(process.execPath)}:/usr/bin:/bin`, IPCASE_AS_OF: asOf }
  const said = execFileSync('/bin/sh', [join(place, '提醒.sh')], { cwd: '/', env, encoding: 'utf8' })
  expect(said).toBe('')
  return existsSync(join(place, 'mailbox')) ? readFileSync(join(place, 'mailbox'), 'utf8') : ''
}

test('the Linux recipe mails when something is due or wrong, and only that', () => {
  const sound = exampleLog([{}])
  expect(mailOn('2024-05-20', sound)).toBe('')
  const due = mailOn('2024-06-05', sound)
  expect(due).toMatch(/^-s 统计表：有要处理的 root\n/)
  expect(due).toContain('距截止还有 5 天')
  expect(due).not.toContain('台账.csv')
  const faulty = mailOn('2024-05-20', exampleLog([{ filed: '2024-02-30' }]))
  expect(faulty).toContain('date-invalid')
  expect(faulty).not.toContain('截止')
  expect(mailOn('2024-05-20', undefined)).toContain('台账.csv')
})

test('the Windows recipe comes back from each call and shows what was said', () => {
  const lines = recipe('bat', '@echo off').trim().split('\n')
  expect(lines.filter((line) => line.includes('ipcase ')).every((line) => line.startsWith('call '))).toBe(
    true,
  )
  expect(lines.at(-1)).toMatch(/^for %%F in \(".*"\) do if %%~zF GTR 0 start "" notepad "%%~fF"$/)
})
