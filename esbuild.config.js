import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { build } from 'esbuild'

const outdir = 'dist'

const inSource = (file) => resolve('src', file)

/** What nearly every run needs, as one file: Node loads one large file sooner than thirty small ones. */
const everyday = ['commands/validate.ts', 'commands/parse.ts', 'render/findings/text.ts'].map(inSource)
const everydayEntry = { path: 'everyday', namespace: 'everyday' }

/** Said by itself, sooner. */
const alone = ['commands/help.ts', 'model/nearest.ts'].map(inSource)

const everydayTogether = {
  name: 'everyday-together',
  setup({ onResolve, onLoad }) {
    const others = new Set()
    onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path, kind, resolveDir }) => {
      const file = resolve(resolveDir, path)
      if (kind !== 'dynamic-import' || alone.includes(file)) return
      if (everyday.includes(file)) return everydayEntry
      others.add(file)
    })
    onResolve({ filter: /^everyday$/ }, () => everydayEntry)
    onLoad({ filter: /./, namespace: 'everyday' }, () => {
      const [first, ...more] = everyday.map((file) => JSON.stringify(file))
      const everything = [first, ...more].map((file) => `export * from ${file}`)
      return { contents: [`export { default } from ${first}`, ...everything].join('\n'), resolveDir: '.' }
    })
    // esbuild cuts files by who shares what: where all others share all of the everyday ones, those stay one.
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (!others.has(path)) return
      return { contents: `${await readFile(path, 'utf8')}\nimport 'everyday'\n`, loader: 'ts' }
    })
  },
}

/** Loaded by packages for what we never ask of them: commands as programs of their own, the terminal's colours. */
const neverAsked = {
  name: 'never-asked',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$|^#supports-color$/ }, ({ path }) => ({
      path,
      namespace: 'never-asked',
    }))
    onLoad({ filter: /./, namespace: 'never-asked' }, () => ({ contents: 'export default {}' }))
  },
}
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
  plugins: [everydayTogether, neverAsked],
  logLevel: 'warning',
  write: false,
})

// A build that fails leaves the last good one; one that succeeds leaves nothing else.
const files = finished(outputFiles)
await mkdir(outdir, { recursive: true })
await Promise.all(files.map(({ name, text }) => writeFile(`${outdir}/${name}`, text)))
const stale = (await readdir(outdir)).filter((name) => !files.some((file) => file.name === name))
await Promise.all(stale.map((name) => rm(`${outdir}/${name}`)))
