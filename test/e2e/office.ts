import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const limits = { timeout: 120_000, maxBuffer: 64 * 1024 * 1024 } as const

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'ipcase-e2e-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** `filter` as soffice takes it after --convert-to. A profile of its own: two runs with one profile block each other. */
export function convert(bytes: Uint8Array, extension: string, filter: string): Promise<Uint8Array> {
  return inFolder(async (folder) => {
    const input = join(folder, `input.${extension}`)
    await writeFile(input, bytes)
    const profile = pathToFileURL(join(folder, 'profile')).href
    const target = join(folder, 'out')
    const args = [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--convert-to',
      filter,
      '--outdir',
      target,
    ]
    await run('soffice', [...args, input], limits)
    return readFile(join(target, `input.${filter.split(':')[0]}`))
  })
}

export function toPdf(bytes: Uint8Array, extension: 'xlsx' | 'docx' | 'html'): Promise<Uint8Array> {
  return convert(bytes, extension, 'pdf')
}

async function onPdf(bytes: Uint8Array, args: (path: string) => readonly string[]): Promise<string> {
  return inFolder(async (folder) => {
    const path = join(folder, 'input.pdf')
    await writeFile(path, bytes)
    const [program = '', ...rest] = args(path)
    return (await run(program, rest, limits)).stdout
  })
}

/** The text of every page, laid out as it stands there. */
export async function pdfPages(bytes: Uint8Array): Promise<string[]> {
  const text = await onPdf(bytes, (path) => ['pdftotext', '-layout', '-enc', 'UTF-8', path, '-'])
  return text.split('\f').slice(0, -1)
}

/** Points: width, height of every page. */
export async function pdfPageSizes(bytes: Uint8Array): Promise<(readonly [number, number])[]> {
  const text = await onPdf(bytes, (path) => ['pdfinfo', '-f', '1', '-l', '9999', path])
  return [...text.matchAll(/size:\s+([\d.]+) x ([\d.]+) pts/g)].map(
    (m) => [Number(m[1]), Number(m[2])] as const,
  )
}

export interface Word {
  readonly page: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly text: string
}

const wordPattern =
  /<page |<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/g

/** Every word with its box in points, from the page's top left: what overlaps or leaves the page shows here. */
export async function pdfWords(bytes: Uint8Array): Promise<Word[]> {
  const html = await onPdf(bytes, (path) => ['pdftotext', '-bbox', '-enc', 'UTF-8', path, '-'])
  const words: Word[] = []
  let page = 0
  for (const [found, left, top, right, bottom, text] of html.matchAll(wordPattern)) {
    if (found === '<page ') page += 1
    else
      words.push({
        page,
        left: Number(left),
        right: Number(right),
        top: Number(top),
        bottom: Number(bottom),
        text: text ?? '',
      })
  }
  return words
}
