import manifest from '../../package.json' with { type: 'json' }

/** The program as JSON documents and receipts name it. */
export const tool: { readonly name: string; readonly version: string } = {
  name: manifest.name,
  version: manifest.version,
}
