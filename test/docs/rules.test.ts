import { test } from 'vitest'
import { rules } from '../../src/rules/index.ts'
import { expectCurrent } from './current.ts'
import { rulesDocument } from './rules-document.ts'

test('docs/rules.md says what the rules say', async () => {
  await expectCurrent('docs/rules.md', rulesDocument(rules))
})
