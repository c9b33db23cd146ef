import type { ShownSetting } from '../model/shown-setting.ts'
import { aligned } from './width.ts'

/** A line a setting: what it is called, what it is, who said so. */
export function settingsText(settings: readonly ShownSetting[]): string {
  const rows = settings.map(({ name, value, from }) => [name, `${value || '—'}（${from}）`])
  return aligned(rows)
    .map((cells) => `${cells.join('  ').trimEnd()}\n`)
    .join('')
}
