import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { holidaysSchema } from '../../src/law/holidays-file.ts'
import { caseSchema } from '../../src/model/case-schema.ts'
import { collectDocument } from '../../src/model/documents/collect.ts'
import { configSchema } from '../../src/model/documents/config.ts'
import { deadlineDocument } from '../../src/model/documents/deadline.ts'
import { diffDocument } from '../../src/model/documents/diff.ts'
import { fixDocument } from '../../src/model/documents/fix.ts'
import { reportDocument } from '../../src/model/documents/report.ts'
import { trendDocument } from '../../src/model/documents/trend.ts'
import { validateDocument } from '../../src/model/documents/validate.ts'
import { programmes } from '../../src/programmes/index.ts'
import { parseProgramme } from '../../src/programmes/parse.ts'
import { programmeSchema } from '../../src/programmes/programme.ts'
import { rules } from '../../src/rules/index.ts'
import { briefTemplate } from '../brief/template.ts'
import { noticeTemplate } from '../notice/template.ts'
import { formDocument } from '../tables/docx-form.ts'
import { formWorkbook } from '../tables/xlsx-form.ts'
import { expectCurrent } from './current.ts'
import { exampleFile, programmesDocument } from './programmes-document.ts'
import { rulesDocument } from './rules-document.ts'
import { bundledPackages, thirdPartyDocument } from './third-party-document.ts'

test('docs/rules.md says what the rules say', async () => {
  await expectCurrent('docs/rules.md', rulesDocument(rules))
})

test('docs/programmes.md says what the programmes say', async () => {
  await expectCurrent('docs/programmes.md', programmesDocument(programmes))
})

test('its example is a programme file', () => {
  expect(parseProgramme(exampleFile)).toMatchObject(exampleFile)
})

const schemas = {
  case: z.toJSONSchema(caseSchema),
  collect: z.toJSONSchema(collectDocument),
  config: z.toJSONSchema(configSchema),
  deadline: z.toJSONSchema(deadlineDocument),
  diff: z.toJSONSchema(diffDocument),
  fix: z.toJSONSchema(fixDocument),
  report: z.toJSONSchema(reportDocument),
  trend: z.toJSONSchema(trendDocument),
  validate: z.toJSONSchema(validateDocument),
  // What a user writes is described as it is written, not as it is once read.
  programme: z.toJSONSchema(programmeSchema, { io: 'input' }),
  holidays: z.toJSONSchema(holidaysSchema, { io: 'input' }),
}

test.each(Object.entries(schemas))(
  'templates/schema/%s.json is the schema of the document',
  async (name, schema) => {
    await expectCurrent(`templates/schema/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`)
  },
)

test.each([
  ['brief.docx', briefTemplate],
  ['form.docx', formDocument],
  ['form.xlsx', formWorkbook],
  ['notice.docx', noticeTemplate],
])('templates/%s is what its description makes', async (name, made) => {
  await expectCurrent(`templates/${name}`, await made())
})

const packages = await bundledPackages()
const free = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  '(MIT AND Zlib)',
  'Unlicense',
  'CC0-1.0',
  // Ours to choose: MIT.
  '(MIT OR GPL-3.0-or-later)',
]

test('docs/third-party.md names every package that is bundled', async () => {
  await expectCurrent('docs/third-party.md', thirdPartyDocument(packages))
})

test('every bundled package is free to ship', () => {
  expect(
    packages
      .filter(({ license }) => !free.includes(license))
      .map(({ name, license }) => `${name}: ${license}`),
  ).toEqual([])
})

test('their licences are shipped with their code', async () => {
  const { files } = JSON.parse(await readFile('package.json', 'utf8'))
  expect(files).toContain('docs/third-party.md')
})
