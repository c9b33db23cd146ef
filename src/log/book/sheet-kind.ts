export const celllessSheets = {
  chart: '图表，没有单元格',
  dialog: '对话框，没有单元格',
  macro: '宏表',
} as const
