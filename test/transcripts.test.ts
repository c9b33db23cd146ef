import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { test } from 'vitest'
import { ownFolder } from './own-folder.ts'
import { program } from './program.ts'

/**
 * What a user types and what the built program answers, in plain text. A transcript is read like a page of a manual:
 * lines from the margin are words about what follows; lines moved in by four are a session, where `$ ` begins a
 * command, `> ` continues it (so a file is made by `cat > 台账.csv <<'完'`), and what follows is all that a terminal
 * would show, with `[n]` where the exit code is not 0. Each transcript has an empty folder of its own with `fixtures`
 * in it, and it is noon of 2024-06-07. To add one, write the commands alone and run this test with `-u`.
 */
const folder = 'test/transcripts'
const indent = '    '

/** Words from the margin, or one command as the shell reads it. */
type Part = { readonly words: string } | { readonly command: string }

/** Output is left out: it is what the program will say now. */
function partsOf(transcript: string): Part[] {
  const parts: Part[] = []
  for (const line of transcript.split('\n')) {
    const last = parts.at(-1)
    if (line.startsWith(`${indent}$ `)) parts.push({ command: line.slice(indent.length + 2) })
    else if (line.startsWith(`${indent}> `) && last && 'command' in last) {
      parts[parts.length - 1] = { command: `${last.command}\n${line.slice(indent.length + 2)}` }
    } else if (line.trim() && !line.startsWith(indent)) parts.push({ words: line })
  }
  return parts
}

const place = ownFolder()
symlinkSync(program, join(place, 'ipcase'))

/** None of the settings of whoever runs the tests, and none of what slows the start of Node. */
function surroundings(): NodeJS.ProcessEnv {
  const { PATH = '', TZ } = process.env
  return {
    PATH: place + delimiter + PATH,
    LANG: 'C.UTF-8',
    IPCASE_AS_OF: '2024-06-07',
    ...(TZ && { TZ }),
  }
}

/**
 * As on a terminal both outputs are one, and neither a carriage return nor a byte order mark is seen. dash spoils
 * Chinese text in a file made by `<<`; bash would read `.bashrc` where its input is a socket, as it is here.
 */
function answerTo(command: string, cwd: string): Promise<string> {
  return new Promise((done) => {
    const options = { cwd, env: surroundings() }
    const shell = execFile('bash', ['--norc', '-c', `exec 2>&1\n${command}`], options, (error, output) => {
      const shown = output.replace(/[\r\uFEFF]/g, '').replace(/\n$/, '')
      done([shown, error && `[${error.code}]`].filter(Boolean).join('\n'))
    })
    shell.stdin?.end()
  })
}

const movedIn = (text: string): string => text.replace(/^(?=.)/gm, indent)

async function played(parts: readonly Part[], cwd: string): Promise<string> {
  const lines: string[] = []
  let before: 'words' | 'command' | undefined
  for (const part of parts) {
    const kind = 'words' in part ? 'words' : 'command'
    if (before && before !== kind) lines.push('')
    before = kind
    if ('words' in part) lines.push(part.words)
    else {
      lines.push(`${indent}$ ${part.command.replaceAll('\n', `\n${indent}> `)}`)
      const answer = await answerTo(part.command, cwd)
      if (answer) lines.push(movedIn(answer))
    }
  }
  return `${lines.join('\n')}\n`
}

test.concurrent.for(readdirSync(folder))('%s', async (name, { expect }) => {
  const file = join(folder, name)
  const cwd = mkdtempSync(join(place, 'folder-'))
  symlinkSync(resolve('fixtures'), join(cwd, 'fixtures'))
  const said = await played(partsOf(readFileSync(file, 'utf8')), cwd)
  await expect(said).toMatchFileSnapshot(resolve(file))
})
