import { expect, test } from 'vitest'
import * as z from 'zod'
import { holidaysSchema } from '../../src/law/holidays-file.ts'
import { programmes } from '../../src/programmes/index.ts'
import { parseProgramme } from '../../src/programmes/parse.ts'
import { programmeSchema } from '../../src/programmes/programme.ts'
import { expectCurrent } from './current.ts'
import { exampleFile, programmesDocument } from './programmes-document.ts'

test('docs/programmes.md says what the programmes say', async () => {
  await expectCurrent('docs/programmes.md', programmesDocument(programmes))
})

test('its example is a programme file', () => {
  expect(parseProgramme(exampleFile)).toMatchObject(exampleFile)
})

const files = { programme: programmeSchema, holidays: holidaysSchema }

test.each(Object.entries(files))(
  'templates/schema/%s.json is the schema of the file a user writes',
  async (name, schema) => {
    const text = JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)
    await expectCurrent(`templates/schema/${name}.json`, `${text}\n`)
  },
)
