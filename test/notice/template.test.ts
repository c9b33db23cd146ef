import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { noticeTemplate } from './template.ts'

const path = 'templates/notice.docx'

/** `IPCASE_WRITE_FORM=1 npx vitest run test/notice/template.test.ts` writes the file anew. */
const { IPCASE_WRITE_FORM: isWriting } = process.env

test('templates/notice.docx is what its description makes', () => {
  const template = noticeTemplate()
  if (isWriting) writeFileSync(path, template)
  expect(Buffer.from(template).equals(readFileSync(path))).toBe(true)
})
