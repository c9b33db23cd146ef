export const celllessSheets = {
  chart: '图表，没有单元格',
  dialog: '对话框，没有单元格',
  macro: '宏表',
} as const

/** Last year's ledger or somebody's notes: what its owner has put out of sight is not handed in. */
export const hiddenSheet = '隐藏的工作表，没有读；要读就先取消隐藏'
