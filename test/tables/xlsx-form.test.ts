import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formWorkbook } from './xlsx-form.ts'

const path = 'templates/form.xlsx'

/** `UPDATE_DOCS=1 npx vitest run test/tables/xlsx-form.test.ts` writes the file anew. */
const { UPDATE_DOCS } = process.env

test('templates/form.xlsx is what its description makes', async () => {
  const form = await formWorkbook()
  if (UPDATE_DOCS === '1') writeFileSync(path, form)
  expect(Buffer.from(form).equals(readFileSync(path))).toBe(true)
})
