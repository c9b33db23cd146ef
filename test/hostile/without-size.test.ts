import { execFileSync, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeDisk } from '../../src/io/node-disk.ts'
import { limited } from '../../src/io/node-pipe.ts'
import { ownFolder } from '../own-folder.ts'

const folder = ownFolder()

const disk = nodeDisk(() => folder)

function pipe(name: string): string {
  const path = join(folder, name)
  execFileSync('mkfifo', [path])
  return path
}

async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const read: Uint8Array[] = []
  for await (const piece of pieces) read.push(new Uint8Array(piece))
  return Buffer.concat(read).toString()
}

test('a pipe that nobody writes to is given up, not waited for', async () => {
  const path = pipe('nobody')
  await expect(textOf(disk.stream(path))).rejects.toThrow(`${path} 是管道，等了 3 秒没有程序往里写`)
})

test.each(['stream', 'read'] as const)('a pipe whose writer comes late is read whole by %s', async (how) => {
  const path = pipe(`late-${how}`)
  const read = how === 'stream' ? textOf(disk.stream(path)) : disk.read(path)
  spawn('sh', ['-c', 'sleep 0.1; (printf 台账; sleep 0.2; printf 一份) > "$0"', path])
  expect(Buffer.from(await read).toString()).toBe('台账一份')
})

test('what has no end is not held', async () => {
  await expect(disk.read('/dev/zero')).rejects.toThrow('/dev/zero 超过 128 MiB，不予读取')
})

test('what has no end is not read for ever either', async () => {
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (const piece = new Uint8Array(2 ** 26); ; ) yield piece
  }
  async function read(): Promise<void> {
    for await (const _ of limited(endless(), '标准输入', 'withoutSize'));
  }
  await expect(read()).rejects.toThrow('标准输入 超过 512 MiB')
})

test('a folder as standard input is no empty log', () => {
  writeFileSync(join(folder, 'run.sh'), 'node bin/ipcase.js validate - --no-config < "$1" ; echo $?')
  const said = execFileSync('sh', [join(folder, 'run.sh'), folder], { encoding: 'utf8' })
  expect(said).toContain('× 标准输入：是文件夹，不是文件 → 请写明文件夹里的文件名。')
  expect(said).toMatch(/\n3\n$/)
})
