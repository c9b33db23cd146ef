import shipped from '../../rolldown.config.ts'

// As the program itself is bundled: one library resolves otherwise to what breaks only when bundled.
export default {
  ...shipped,
  plugins: [],
  input: 'test/soak/main.ts',
  logLevel: 'silent',
  output: { dir: 'node_modules/.cache/ipcase-soak', format: 'esm' },
} as const
