/** What 结案方式 says of a case that is still open, whatever its type. */
export const openWords = ['在办', '中止', '待执行']

export const yesAndNo = ['是', '否', '拟公开']
