import type { OutputOptions, Plugin, RolldownOptions } from 'rolldown'

/** Loaded by packages for what we never ask of them: other programs, the terminal's colours, workbooks as CSV. */
const neverAsked: Plugin = {
  name: 'never-asked',
  resolveId: {
    filter: { id: /^node:child_process$|^#supports-color$|^\.\.\/csv\/csv$/ },
    handler: (id) => `\0never-asked:${id}`,
  },
  load: { filter: { id: /^\0never-asked:/ }, handler: () => 'export default {}' },
}

const output: OutputOptions = {
  dir: 'dist',
  cleanDir: true,
  // Node begins CommonJS without what it needs to find ES modules.
  format: 'cjs',
  strict: true,
  dynamicImportInCjs: false,
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
  comments: { legal: true, annotation: false, jsdoc: false },
  // SheetJS prints of records it does not know; nothing of ours speaks but through the door.
  minify: { compress: { dropConsole: true }, mangle: false },
}

export default {
  logLevel: 'warn',
  input: { main: 'src/main.ts' },
  platform: 'node',
  // Of two forms of a package the ES one: a UMD file may hide from the bundler what it requires.
  // Node's own streams are what the package of that name was copied from.
  resolve: { mainFields: ['module', 'main'], alias: { 'readable-stream': 'node:stream' } },
  transform: { target: 'node20.19' },
  plugins: [neverAsked],
  output,
} satisfies RolldownOptions
