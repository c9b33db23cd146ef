import type { ShownSetting } from '../model/shown-setting.ts'
import { displayWidth, padEnd } from './width.ts'

/** A line a setting: what it is called, what it is, who said so. */
export function settingsText(settings: readonly ShownSetting[]): string {
  const widest = Math.max(...settings.map(({ name }) => displayWidth(name)))
  return settings
    .map(({ name, value, from }) => `${padEnd(name, widest + 2)}${value || '—'}（${from}）\n`)
    .join('')
}
