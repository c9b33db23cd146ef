import { pollute } from './polluter.ts'

async function main(): Promise<void> {
  const [count = '2000', from = '1'] = process.argv.slice(2)
  const result = await pollute(Number(from), Number(count))
  for (const line of [...result.crashes, ...result.losses]) process.stdout.write(`${line}\n`)
  process.stdout.write(
    `logs ${result.logs}, unharmed ${result.unharmed}, lost in silence ${result.losses.length}, crashes ${result.crashes.length}\n`,
  )
  if (result.crashes.length + result.losses.length > 0) process.exitCode = 1
}

void main()
