import { expect, test } from 'vitest'
import { programmeNamed } from '../../src/programmes/index.ts'
import { unitsNamed } from '../../src/programmes/roster.ts'

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
