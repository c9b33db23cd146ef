import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { build } from 'esbuild'

const outdir = 'dist'

// Bundled CommonJS packages ask for Node's own modules with `require`; esbuild's runtime chunk passes that on.
const requireHere = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);\n"

/** What is to be written: `require` where the runtime wants it, and no waiting for a runtime that is not used. */
function finished(outputFiles) {
  const files = outputFiles.map(({ path, text }) => ({ name: basename(path), text }))
  const runtime = files.find(({ text }) => text.includes('typeof require<"u"'))
  if (runtime === undefined) return files
  return files.map(({ name, text }) => ({
    name,
    text: name === runtime.name ? requireHere + text : text.replace(`import"./${runtime.name}";`, ''),
  }))
}

const { outputFiles } = await build({
  entryPoints: ['src/main.ts'],
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  charset: 'utf8',
  minifySyntax: true,
  minifyWhitespace: true,
  // SheetJS prints of records it does not know; nothing of ours speaks but through the door.
  drop: ['console'],
  chunkNames: '[name]-[hash]',
  logLevel: 'warning',
  write: false,
})

// A build that fails leaves the last good one; one that succeeds leaves nothing else.
const files = finished(outputFiles)
await mkdir(outdir, { recursive: true })
await Promise.all(files.map(({ name, text }) => writeFile(`${outdir}/${name}`, text)))
const stale = (await readdir(outdir)).filter((name) => !files.some((file) => file.name === name))
await Promise.all(stale.map((name) => rm(`${outdir}/${name}`)))
