import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { briefTemplate } from './template.ts'

const path = 'templates/brief.docx'

/** `IPCASE_WRITE_FORM=1 npx vitest run test/brief/template.test.ts` writes the file anew. */
const { IPCASE_WRITE_FORM: isWriting } = process.env

test('templates/brief.docx is what its description makes', () => {
  const template = briefTemplate()
  if (isWriting) writeFileSync(path, template)
  expect(Buffer.from(template).equals(readFileSync(path))).toBe(true)
})
