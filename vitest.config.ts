import { defineConfig } from 'vitest/config'

function otherCases(): Record<string, string> {
  const { PROPERTY_SEED = String(Math.floor(Math.random() * 2 ** 31)) } = process.env
  process.stdout.write(`PROPERTY_SEED=${PROPERTY_SEED}\n`)
  return { PROPERTY_SEED, PROPERTY_TIMES: '10' }
}

export default defineConfig(({ mode }) => {
  const isRandom = mode === 'random'
  return {
    test: {
      include: ['test/**/*.test.ts'],
      // Left alone vitest keeps one core for itself: of two that is half the machine.
      maxWorkers: '100%',
      // To load everything anew for each file is half the work. No test may leave anything behind in a module.
      isolate: false,
      // Of a file whose tests are processes: two at work, and one that waits for a disk or a pipe.
      maxConcurrency: 3,
      globalSetup: ['test/program.ts'],
      setupFiles: ['test/property-tests.ts'],
      env: isRandom ? otherCases() : {},
      testTimeout: isRandom ? 600_000 : 60_000,
    },
  }
})
