import { test } from 'vitest'
import * as z from 'zod'
import { caseSchema } from '../../src/model/case-schema.ts'
import { collectDocument } from '../../src/model/documents/collect.ts'
import { configSchema } from '../../src/model/documents/config.ts'
import { deadlineDocument } from '../../src/model/documents/deadline.ts'
import { diffDocument } from '../../src/model/documents/diff.ts'
import { fixDocument } from '../../src/model/documents/fix.ts'
import { reportDocument } from '../../src/model/documents/report.ts'
import { trendDocument } from '../../src/model/documents/trend.ts'
import { validateDocument } from '../../src/model/documents/validate.ts'
import { expectCurrent } from './current.ts'

const documents = {
  case: caseSchema,
  collect: collectDocument,
  config: configSchema,
  deadline: deadlineDocument,
  diff: diffDocument,
  fix: fixDocument,
  report: reportDocument,
  trend: trendDocument,
  validate: validateDocument,
}

test.each(Object.entries(documents))(
  'templates/schema/%s.json is the schema of the document',
  async (name, schema) => {
    await expectCurrent(
      `templates/schema/${name}.json`,
      `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`,
    )
  },
)
