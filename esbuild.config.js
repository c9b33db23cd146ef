import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, relative, resolve } from 'node:path'
import { build } from 'esbuild'

const outdir = 'dist'

/** What nearly every run needs, as one file: Node loads one large file sooner than thirty small ones. */
const everyday = [
  ...['src/commands/validate.ts', 'src/commands/check-apart.ts', 'src/commands/parse.ts'],
  'src/render/findings/text.ts',
]
/** Said by themselves, sooner. */
const alone = ['src/commands/help.ts', 'src/model/nearest.ts']

function imported({ inputs }, file, kind) {
  const imports = inputs[file].imports.filter((each) => each.kind === kind && !each.external)
  return imports.map(({ path }) => path)
}

function withImports(metafile, files) {
  const found = new Set(files)
  for (const file of found) for (const path of imported(metafile, file, 'import-statement')) found.add(path)
  return found
}

/** The files that are loaded when first used, but for what comes with the everyday ones. */
function loadedLater(metafile) {
  const together = withImports(metafile, everyday)
  const later = Object.keys(metafile.inputs).flatMap((file) => imported(metafile, file, 'dynamic-import'))
  return new Set(later.filter((file) => !together.has(file) && !alone.includes(file)))
}

/** esbuild cuts files by who shares what: where all share all of the everyday ones, those stay one. */
function everydayTogether(metafile) {
  const later = loadedLater(metafile)
  const entry = { path: 'everyday', namespace: 'everyday' }
  return {
    name: 'everyday-together',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path, kind, resolveDir }) =>
        kind === 'dynamic-import' && everyday.includes(fromHere(resolve(resolveDir, path)))
          ? entry
          : undefined,
      )
      onResolve({ filter: /^everyday$/ }, () => entry)
      onLoad({ filter: /./, namespace: 'everyday' }, () => {
        const everything = everyday.map((file) => `export * from './${file}'`)
        const contents = [...everything, `export { default } from './${everyday[0]}'`].join('\n')
        return { contents, resolveDir: '.' }
      })
      onLoad({ filter: /\.ts$/ }, async ({ path }) =>
        later.has(fromHere(path))
          ? { contents: `${await readFile(path, 'utf8')}\nimport 'everyday'\n`, loader: 'ts' }
          : undefined,
      )
    },
  }
}

/** As esbuild names its inputs. */
function fromHere(file) {
  return relative('.', file).replaceAll('\\', '/')
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

/** Asked for by `import`, Node's modules are looked through for all their names, which loads what nobody needs. */
function withNodeAsked(text) {
  const asked = []
  const rest = text.replace(/import\{([^}]*)\}from"(node:[^"]+)";/g, (_, names, module) => {
    asked.push(`const{${names.replaceAll(' as ', ':')}}=process.getBuiltinModule("${module}");\n`)
    return ''
  })
  return asked.join('') + rest
}

function importedBy(text) {
  return [...text.matchAll(/(?:from|import)"\.\/([^"]+)"/g)].map(([, name]) => name)
}

/**
 * Node finds a file when it has read the one that asks for it. The everyday ones are asked for by name and not through
 * another file, and what they ask for is read with the program's first.
 */
function withoutDetour(files) {
  const detour = files.find(({ name }) => name.startsWith('everyday-'))
  const [everyday, ...beside] = importedBy(detour.text)
  const asDefault = /(\w+) as default/.exec(detour.text)[0]
  const changed = files.map(({ name, text }) => {
    const direct = text.replaceAll(detour.name, everyday)
    if (name === everyday) return { name, text: `${direct}export{${asDefault}};\n` }
    return { name, text: direct }
  })
  const { text } = changed.find(({ name }) => name === everyday)
  const early = new Set([...beside, ...importedBy(text)])
  const first = [...early].map((name) => `import"./${name}";`).join('')
  return changed
    .filter(({ name }) => name !== detour.name)
    .map((file) => (file.name === 'main.js' ? { name: file.name, text: first + file.text } : file))
}

/** What is to be written: `require` where the runtime wants it, and no waiting for a runtime that is not used. */
function finished(outputFiles) {
  const files = outputFiles.map(({ path, text }) => ({ name: basename(path), text: withNodeAsked(text) }))
  const runtime = files.find(({ text }) => text.includes('typeof require<"u"'))
  if (runtime === undefined) return files
  return files.map(({ name, text }) => ({
    name,
    text: name === runtime.name ? requireHere + text : text.replace(`import"./${runtime.name}";`, ''),
  }))
}

const options = {
  entryPoints: ['src/main.ts', 'src/worker.ts'],
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
  plugins: [neverAsked],
  logLevel: 'warning',
  write: false,
}

const { metafile } = await build({ ...options, metafile: true })
const { outputFiles } = await build({ ...options, plugins: [...options.plugins, everydayTogether(metafile)] })

// A build that fails leaves the last good one; one that succeeds leaves nothing else.
const files = withoutDetour(finished(outputFiles))
await mkdir(outdir, { recursive: true })
await Promise.all(files.map(({ name, text }) => writeFile(`${outdir}/${name}`, text)))
const stale = (await readdir(outdir)).filter((name) => !files.some((file) => file.name === name))
await Promise.all(stale.map((name) => rm(`${outdir}/${name}`)))
