export const headings: readonly string[] = [
  ...['序号', '案件类型', '案件编号', '立案时间', '结案时间', '结案方式', '是否公开', '公开网址', '备注'],
]

/** A case without a fault, so that what is said is said of the rest of the file. */
export const oneCase: readonly (string | number)[] = [
  ...[1, '商标侵权', '朝双市监处罚〔2024〕1号', '2024-03-01', '', '在办', '否', '', ''],
]
