import { readdirSync, readFileSync } from 'node:fs'
import { type CollectDocument, collectDocument } from '../../src/model/documents/collect.ts'
import { transcript, type World } from '../fake-io.ts'

const folder = 'fixtures/returns/2024-06'

/** What seven counties sent in June, and the list of when. */
export const june: World = {
  files: Object.fromEntries(
    readdirSync(folder).map((name) => [`报送/${name}`, readFileSync(`${folder}/${name}`)]),
  ),
}

export const asOf = ['--as-of', '2024-06-13'] as const

const heading = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注'

/** A row of a penalty case in order. */
export function penalty(number: string, type = '商标侵权'): string {
  return `,${type},${number},2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/${encodeURI(number)},`
}

/** A return of these rows; `unit` null: nobody says whose. */
export function returnOf(unit: string | null, ...rows: readonly string[]): string {
  return [...(unit === null ? [] : [`填报单位：${unit}`]), heading, ...rows, ''].join('\n')
}

type Files = NonNullable<World['files']>

/** What `collect` says of these files as a document that keeps its schema. */
export async function collected(files: Files, ...args: readonly string[]) {
  const { out, err, exitCode } = await transcript(['collect', '报送', '-f', 'json', ...args], { files })
  const document: CollectDocument = collectDocument.parse(JSON.parse(out))
  const byUnit = new Map(document.units.map(({ unit, status }) => [unit, status]))
  return { document, statusOf: (unit: string) => byUnit.get(unit), err, exitCode }
}

export const mine = (name: string) => `报送/${name}`
/** Of two units, in order. */
export const two = {
  [mine('双塔区.csv')]: returnOf('双塔区', penalty('朝双市监处罚〔2024〕1号')),
  [mine('龙城区.csv')]: returnOf('龙城区', penalty('朝龙市监处罚〔2024〕1号')),
}
export const allUnits = ['双塔区', '龙城区', '朝阳县', '建平县', '喀左县', '北票市', '凌源市']
/** Of all units, a case each. */
export const whole: Files = Object.fromEntries(
  allUnits.map((unit, at) => [
    mine(`${unit}.csv`),
    returnOf(unit, penalty(`${unit}市监处罚〔2024〕${at + 1}号`)),
  ]),
)
