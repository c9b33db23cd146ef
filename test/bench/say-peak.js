import { readFileSync, writeFileSync } from 'node:fs'
import { env, platform, resourceUsage } from 'node:process'
import { isMainThread } from 'node:worker_threads'

/** Kibibytes. On Linux maxRSS begins with the parent's, from before the program is loaded; VmHWM does not. */
function peak() {
  if (platform !== 'linux') return resourceUsage().maxRSS
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
}

if (isMainThread) process.on('exit', () => writeFileSync(env.BENCH_PEAK_FILE, String(peak())))
