import { defineLogRule } from '../check/rule.ts'

const headings = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n'

function messageOf(candidates: readonly string[]): string {
  if (candidates.length === 0) return '看不出是哪个单位的：表上没有填报单位，文件名、文件夹也没有写'
  return `看不出是哪个单位的：可能是${candidates.join('，也可能是')}`
}

export default defineLogRule({
  id: 'unit-ambiguous',
  severity: 'error',
  summary: '看不出是哪个单位的报表',
  why: '先看表上的填报单位，再看文件名、文件夹；都没有写，或者一个名称合得上两个单位（只写“朝阳”，可能是朝阳县，也可能是朝阳市），就不能猜：猜错了，一个单位会多出案件，另一个会被催报。',
  remedy: '在表上写明填报单位，或把文件名改成单位的名称（如 双塔区.xlsx），再汇总。',
  bad: [
    headings,
    `填报单位：朝阳\n${headings}`,
    `填报单位：双塔区\n${headings}填报单位：龙城区\n${headings}`,
  ],
  good: [`填报单位：朝阳县\n${headings}`, `填报单位：双塔区\n${headings}填报单位：双塔\n${headings}`],
  word: ({ candidates }) => ({ message: messageOf(candidates) }),
})
