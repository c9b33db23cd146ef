import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formDocument } from './docx-form.ts'

const path = 'templates/form.docx'

/** `IPCASE_WRITE_FORM=1 npx vitest run test/tables/docx-form.test.ts` writes the file anew. */
const { IPCASE_WRITE_FORM: isWriting } = process.env

test('templates/form.docx is what its description makes', () => {
  const form = formDocument()
  if (isWriting) writeFileSync(path, form)
  expect(Buffer.from(form).equals(readFileSync(path))).toBe(true)
})
