import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'

/**
 * A page in a browser without a window, driven as its developer tools drive it: in messages through two pipes, each
 * ended by a NUL. No library is needed for a page of ours.
 */
export interface Page {
  /** What an expression is in the page. */
  readonly evaluate: (expression: string) => Promise<unknown>
  readonly press: (code: string) => Promise<void>
  readonly print: () => Promise<Uint8Array>
  readonly picture: () => Promise<Uint8Array>
  /** Every address asked for, the page's own among them. */
  readonly requests: readonly string[]
  /** What the console, the log of the browser or an error in the page said. */
  readonly complaints: readonly string[]
}

/** Of the answers only what is asked here. */
interface Answer {
  readonly targetId?: string
  readonly sessionId?: string
  readonly data?: string
  readonly result?: { readonly value?: unknown }
  readonly exceptionDetails?: object
}

interface Message {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: { readonly request?: { readonly url: string } }
  readonly result?: Answer
  readonly error?: { readonly message: string }
}

type Send = (method: string, params?: object, sessionId?: string) => Promise<Message>

function wire(from: Readable, to: Writable, hear: (message: Message) => void): Send {
  const waiting = new Map<number, (message: Message) => void>()
  let rest = ''
  from.setEncoding('utf8')
  from.on('data', (piece: string) => {
    const messages = (rest + piece).split('\0')
    rest = messages.pop() ?? ''
    for (const text of messages) {
      const message: Message = JSON.parse(text)
      const answer = waiting.get(message.id ?? -1)
      if (answer) answer(message)
      else hear(message)
    }
  })
  let number = 0
  return (method, params = {}, sessionId) =>
    new Promise((done) => {
      number += 1
      waiting.set(number, done)
      to.write(`${JSON.stringify({ id: number, method, params, ...(sessionId && { sessionId }) })}\0`)
    })
}

async function opened(url: string, send: Send, heard: readonly Message[]): Promise<Page> {
  const target = await send('Target.createTarget', { url: 'about:blank' })
  const { targetId } = target.result ?? {}
  const attached = await send('Target.attachToTarget', { targetId, flatten: true })
  const session = String(attached.result?.sessionId)
  const call = (method: string, params?: object) => send(method, params, session)
  for (const domain of ['Page', 'Network', 'Log', 'Runtime']) await call(`${domain}.enable`)
  await call('Emulation.setFocusEmulationEnabled', { enabled: true })
  await call('Page.navigate', { url })
  while (!heard.some(({ method }) => method === 'Page.loadEventFired'))
    await new Promise((r) => setTimeout(r, 20))
  const data = async (method: string, params: object): Promise<Uint8Array> =>
    Buffer.from(String((await call(method, params)).result?.data), 'base64')
  const said = (methods: readonly string[]): readonly Message[] =>
    heard.filter(({ method = '' }) => methods.includes(method))
  return {
    async evaluate(expression) {
      const asked = { expression, returnByValue: true, awaitPromise: true }
      const { result } = await call('Runtime.evaluate', asked)
      if (result?.exceptionDetails) throw new Error(JSON.stringify(result.exceptionDetails))
      return result?.result?.value
    },
    async press(code) {
      const key = /^Key/.test(code) ? code.slice(3).toLowerCase() : code
      const text = code.startsWith('Key') ? { text: key } : {}
      const known: Readonly<Record<string, number>> = { Tab: 9, Space: 32, ArrowDown: 40 }
      const event = {
        code,
        key: code === 'Space' ? ' ' : key,
        windowsVirtualKeyCode: known[code] ?? code.charCodeAt(3),
      }
      await call('Input.dispatchKeyEvent', { type: 'keyDown', ...event, ...text })
      await call('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
    },
    print: () => data('Page.printToPDF', { preferCSSPageSize: true }),
    picture: () => data('Page.captureScreenshot', { format: 'png' }),
    get requests() {
      return said(['Network.requestWillBeSent']).map(({ params }) => params?.request?.url ?? '')
    },
    get complaints() {
      return said(['Runtime.consoleAPICalled', 'Runtime.exceptionThrown', 'Log.entryAdded']).map((one) =>
        JSON.stringify(one),
      )
    },
  }
}

export async function withPage<T>(html: string, work: (page: Page) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'ipcase-e2e-'))
  const file = join(folder, 'page.html')
  await writeFile(file, html)
  const profile = `--user-data-dir=${join(folder, 'profile')}`
  const args = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--remote-debugging-pipe',
    '--window-size=1200,900',
    profile,
  ]
  const browser = spawn('chromium', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
  const ended = new Promise((done) => browser.on('exit', done))
  const [, , , to, from] = browser.stdio
  const heard: Message[] = []
  const send = wire(from as Readable, to as Writable, (message) => heard.push(message))
  try {
    return await work(await opened(pathToFileURL(file).href, send, heard))
  } finally {
    await Promise.race([send('Browser.close'), ended])
    await ended
    await rm(folder, { recursive: true, force: true })
  }
}
