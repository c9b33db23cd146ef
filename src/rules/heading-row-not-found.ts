import { defineLogRule } from '../check/rule.ts'

export default defineLogRule({
  id: 'heading-row-not-found',
  severity: 'error',
  summary: '没有找到表头',
  why: '认不出表头，就不知道哪一格是案件类型、哪一格是立案时间，整份台账都读不了。',
  remedy:
    '在前 30 行之内写上表头（序号、案件类型、案件编号、立案时间……）；表头显示为乱码的，请用 Excel 或 WPS 打开原件，另存为“CSV UTF-8”再核对，或用 --encoding 指明编码；分隔符特别的，用 --delimiter 指明。',
  bad: ['1,商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚\n'],
  good: [
    '附件\n知识产权行政案件统计表\n序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n',
  ],
  word: ({ isEmpty }) =>
    isEmpty
      ? {
          message: '文件是空的，没有表头，也没有案件',
          remedy: '请确认选对了文件、保存完整了；确无案件的，报只有表头的空表。',
        }
      : { message: '前 30 行里没有表头：表头应当认得出三个以上栏目，其中有“案件类型”或“案件编号”' },
})
