import { describe, expect, test } from 'vitest'
import { formOf } from '../../src/programmes/form.ts'
import { programmeNamed, programmes } from '../../src/programmes/index.ts'
import { programmeSchema } from '../../src/programmes/programme.ts'
import { chooseUnit, unitsNamed } from '../../src/programmes/roster.ts'
import { chaoyang } from '../rounds/example.ts'

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

  test.each([
    ['beichen', '专利侵权裁决/专利纠纷调解/假冒专利'],
    ...['pingdingshan', 'anyang', 'shanxi'].map((id) => [
      id,
      '专利侵权裁决/专利纠纷调解/商标侵权/假冒专利/地理标志和官方标志',
    ]),
  ])('of %s lists its own types in the note', (id = '', types) => {
    const programme = programmeNamed(id)
    expect(programme && formOf(programme).note).toBe(
      `注：请按案件类型分别编写序号。案件类型包括：${types}（行政调解司法确认/专利无效后裁驳案件，在备注中注明）。`,
    )
  })
})

function unitsIn(id: string, name: string): readonly string[] {
  const programme = programmeNamed(id)
  if (programme === undefined) throw new TypeError(id)
  return unitsNamed(programme, name)
}

test.each([
  ['chaoyang', '双塔', '双塔区'],
  ['chaoyang', '双 塔 区', '双塔区'],
  ['chaoyang', '双塔区市场监管局', '双塔区'],
  ['chaoyang', '双塔市监局', '双塔区'],
  ['chaoyang', '朝阳市双塔区市场监督管理局', '双塔区'],
  ['chaoyang', '朝阳双塔区市场监督管理局', '双塔区'],
  ['chaoyang', '辽宁省朝阳市双塔区市场监督管理局（知识产权局）', '双塔区'],
  ['chaoyang', '朝阳市朝阳县市场监管局', '朝阳县'],
  ['chaoyang', '朝阳县', '朝阳县'],
  ['chaoyang', '北票', '北票市'],
  ['chaoyang', '辽宁省凌源市市场监督管理局', '凌源市'],
  ['chaoyang', '喀左', '喀喇沁左翼蒙古族自治县'],
  ['chaoyang', '喀喇沁左翼蒙古族自治县市场监督管理局(知识产权局)', '喀喇沁左翼蒙古族自治县'],
  ['chaoyang', '朝阳市市场监督管理局', '朝阳市'],
  ['chaoyang', '辽宁省朝阳市市场监督管理局', '朝阳市'],
  ['shanxi', '太原', '太原市'],
  ['shanxi', '山西省太原市市场监管局', '太原市'],
  ['shanxi', '山西省市场监督管理局', '山西省'],
  ['pingdingshan', '平顶山市高新区', '高新区'],
  ['pingdingshan', '高新', '高新区'],
  ['pingdingshan', '平顶山市叶县市场监督管理局', '叶县'],
  ['pingdingshan', '河南省平顶山市新华区市场监督管理局', '新华区'],
  ['pingdingshan', '平顶山', '平顶山市'],
])('in %s, %s is %s', (id, name, unit) => {
  expect(unitsIn(id, name)).toEqual([unit])
})

test.each([
  ['chaoyang', '北京市朝阳区市场监督管理局', '北京市朝阳区'],
  ['chaoyang', '朝阳区', '朝阳区'],
  ['chaoyang', '北京市双塔区', '北京市双塔区'],
  ['chaoyang', '双塔区一所', '双塔区一所'],
  ['pingdingshan', '河北省石家庄市新华区', '河北省石家庄市新华区'],
  ['beichen', '天津市北辰区市场监督管理局', '天津市北辰区'],
  ['anyang', '知识产权局', '知识产权局'],
])('in %s, %s is a unit of its own: %s', (id, name, unit) => {
  expect(unitsIn(id, name)).toEqual([unit])
})

test('朝阳 may be the county or the city', () => {
  expect(unitsIn('chaoyang', '朝阳市场监管局')).toEqual(['朝阳县', '朝阳市'])
})

const lingyuan = { unit: '凌源市市场监督管理局', otherUnits: [] }
const beipiao = { unit: '北票市市场监督管理局', otherUnits: [] }
const nobody = { unit: null, otherUnits: [] }

test.each([
  ['nobody says', undefined, [nobody], { unit: null, fault: { rule: 'unit-missing' } }],
  ['the log says', undefined, [nobody, lingyuan], { unit: lingyuan.unit }],
  ['the option says', '凌源市市场监督管理局', [nobody], { unit: lingyuan.unit }],
  ['the option spells it otherwise', '凌源市市场监管局', [lingyuan], { unit: '凌源市市场监管局' }],
  [
    'the knowledge office signs too',
    undefined,
    [{ unit: '凌源市市场监督管理局（知识产权局）', otherUnits: [] }, lingyuan],
    { unit: '凌源市市场监督管理局（知识产权局）' },
  ],
  [
    'one log has the city before it, the other neither district nor office behind it',
    undefined,
    [
      { unit: '朝阳市双塔区市场监督管理局', otherUnits: [] },
      { unit: '双塔', otherUnits: [] },
    ],
    { unit: '朝阳市双塔区市场监督管理局' },
  ],
  [
    'a short name may be what the option says',
    '朝阳县',
    [{ unit: '朝阳', otherUnits: [] }],
    { unit: '朝阳县' },
  ],
  [
    'two logs disagree',
    undefined,
    [lingyuan, beipiao],
    { unit: null, fault: { rule: 'unit-conflict', units: [lingyuan.unit, beipiao.unit] } },
  ],
  [
    'the option disagrees with the log',
    '北票市市场监督管理局',
    [lingyuan],
    { unit: beipiao.unit, fault: { rule: 'unit-conflict', units: [beipiao.unit, lingyuan.unit] } },
  ],
])('%s', (_, asked, logs, choice) => {
  expect(chooseUnit(chaoyang, asked, logs)).toEqual(choice)
})
