import { describe, expect, test } from 'vitest'
import { formOf } from '../../src/programmes/form.ts'
import { programmeNamed, programmes } from '../../src/programmes/index.ts'
import { programmeSchema } from '../../src/programmes/programme.ts'

describe('the built-in programmes', () => {
  test.each(programmes.map((programme) => [programme.id, programme] as const))(
    '%s is complete by the schema of a programme file',
    (_, programme) => {
      expect(programmeSchema.parse(programme)).toEqual(programme)
    },
  )

  test('are found by their ids', () => {
    const ids = ['chaoyang', 'beichen', 'pingdingshan', 'anyang', 'shanxi']
    expect(programmes.map(({ id }) => id)).toEqual(ids)
    expect(ids.map((id) => programmeNamed(id)?.id)).toEqual(ids)
    expect(programmeNamed('beijing')).toBeUndefined()
  })

  test('quote at least one sentence each', () => {
    expect(programmes.filter(({ source }) => source.quotes.length === 0)).toEqual([])
  })

  test('name no unit twice, aliases included', () => {
    for (const { units } of programmes) {
      const names = units.flatMap(({ name, aliases }) => [name, ...aliases])
      expect(names).toEqual([...new Set(names)])
    }
  })

  test('hold no telephone number and no e-mail address', () => {
    expect(JSON.stringify(programmes)).not.toMatch(/\d{7}|@/)
  })
})

describe('the form', () => {
  test('is its own where the notice prints one', () => {
    const chaoyang = programmeNamed('chaoyang')
    expect(chaoyang && formOf(chaoyang)).toEqual({
      label: '附件',
      title: '知识产权行政案件统计表',
      note: '注：请按案件类型分别编写序号。案件类型包括：专利侵权裁决/专利纠纷调解/商标侵权/假冒专利/地理标志和官方标志（行政调解司法确认/专利无效后裁驳案件，在备注中注明）。',
      borrowedFrom: null,
    })
  })

  test.each(['beichen', 'pingdingshan', 'anyang', 'shanxi'])('of %s is borrowed from chaoyang', (id) => {
    const programme = programmeNamed(id)
    const form = programme && formOf(programme)
    expect([form?.title, form?.borrowedFrom?.id]).toEqual(['知识产权行政案件统计表', 'chaoyang'])
  })
})
