import * as z from 'zod'
import { nearest } from './nearest.ts'

/** What is wrong with one key of a file that a user writes, in words of our own. */
export interface SchemaProblem {
  readonly path: readonly PropertyKey[]
  /** The key itself is wrong, not what stands behind it. */
  readonly isKey: boolean
  readonly what: string
  readonly remedy: string
}

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** As much of a JSON Schema as is needed to find a key's description and its neighbours. */
interface SchemaNode {
  readonly description?: string
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly items?: SchemaNode
  readonly anyOf?: readonly SchemaNode[]
  readonly oneOf?: readonly SchemaNode[]
}

function alternatives(node: SchemaNode): readonly SchemaNode[] {
  return [node, ...[...(node.anyOf ?? []), ...(node.oneOf ?? [])].flatMap(alternatives)]
}

function nodesAt(root: SchemaNode, path: Path): readonly SchemaNode[] {
  return path.reduce<readonly SchemaNode[]>(
    (nodes, key) =>
      nodes.flatMap((node) => {
        const next = typeof key === 'number' ? node.items : node.properties?.[String(key)]
        return next ? alternatives(next) : []
      }),
    alternatives(root),
  )
}

function descriptionAt(root: SchemaNode, path: Path): string | undefined {
  return nodesAt(root, path).find((node) => node.description !== undefined)?.description
}

function keysAt(root: SchemaNode, path: Path): readonly string[] {
  return [...new Set(nodesAt(root, path).flatMap((node) => Object.keys(node.properties ?? {})))]
}

export function keyName(path: Path): string {
  return path
    .map((key, depth) => (typeof key === 'number' ? `[${key}]` : `${depth ? '.' : ''}${String(key)}`))
    .join('')
}

const kinds: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表 […]',
  object: '对象 {…}',
  record: '对象 {…}',
}

function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value)
  return json.length > 40 ? `${json.slice(0, 40)}…` : json
}

function choices(issue: Issue): readonly unknown[] | undefined {
  if (issue.code === 'invalid_value') return issue.values
  if (issue.code !== 'invalid_union' || !('options' in issue)) return undefined
  return issue.options
}

function guess(word: unknown, known: readonly unknown[]): string {
  const near = typeof word === 'string' ? nearest(word, known.map(String)) : undefined
  return near === undefined ? '' : `是不是想写“${near}”？`
}

function valueAt(json: unknown, path: Path): unknown {
  return path.reduce((value, key) => (value as Readonly<Record<PropertyKey, unknown>>)[key], json)
}

function whatIsWrong(issue: Issue, value: unknown): string {
  const name = keyName(issue.path) || '整个文件'
  if (value === undefined) return `缺少 ${name}`
  if (issue.code === 'invalid_type') return `${name} 应当是${kinds[issue.expected] ?? issue.expected}`
  if (issue.code === 'custom') return `${name} ${issue.message}`
  if (issue.code === 'too_small' && issue.origin !== 'number') return `${name} 是空的`
  return `${name} 不能是 ${shown(value)}`
}

function problemOf(issue: Issue, json: unknown, root: SchemaNode): SchemaProblem {
  const value = valueAt(json, issue.path)
  const values = choices(issue)
  const description = descriptionAt(root, issue.path)
  const said = description === undefined ? '请对照示例改正。' : `应填${description}。`
  return {
    path: issue.path,
    isKey: false,
    what: whatIsWrong(issue, value),
    remedy: values ? `${guess(value, values)}只能是 ${values.map(shown).join('、')}。` : said,
  }
}

function unknownKey(key: string, path: Path, root: SchemaNode): SchemaProblem {
  const known = keysAt(root, path)
  const whole = [...path, key]
  return {
    path: whole,
    isKey: true,
    what: `不认识 ${keyName(whole)}`,
    remedy: guess(key, known) || `请删去；此处可用 ${known.join('、')}。`,
  }
}

/** The value by the schema, or everything that is wrong with it. */
export function checkedBy<S extends z.ZodType>(
  schema: S,
  json: unknown,
): z.output<S> | { readonly problems: readonly SchemaProblem[] } {
  const result = schema.safeParse(json)
  if (result.success) return result.data
  const root = z.toJSONSchema(schema, { io: 'input' }) as SchemaNode
  const problems = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => unknownKey(key, issue.path, root))
      : [problemOf(issue, json, root)],
  )
  return { problems }
}
