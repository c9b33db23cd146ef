import { rm } from 'node:fs/promises'
import { build } from 'esbuild'

const outdir = 'dist'

/** exceljs brings a csv reader, streams and zip programs of its own that its workbook never needs. */
const exceljsWorkbookOnly = {
  name: 'exceljs-workbook-only',
  setup(build) {
    build.onResolve({ filter: /^readable-stream$/ }, () => ({ path: 'node:stream', external: true }))
    build.onResolve({ filter: /\/csv\/csv(\.js)?$|^(archiver|unzipper|fast-csv)$/ }, ({ importer }) =>
      importer.includes('/exceljs/') ? { path: importer, namespace: 'empty' } : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = class {}' }))
  },
}

await rm(outdir, { recursive: true, force: true })
await build({
  entryPoints: ['src/cli.ts', 'src/node-io.ts'],
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  // Bundled CommonJS packages ask for Node's own modules with `require`.
  banner: {
    js: "import{createRequire as createRequireHere}from'node:module';const require=createRequireHere(import.meta.url);",
  },
  chunkNames: '[name]-[hash]',
  plugins: [exceljsWorkbookOnly],
  logLevel: 'warning',
})
