/**
 * Every quantity that an input can choose, and how much of it is read. A file of three kilobytes can ask for a sheet of
 * a milliard cells; without a limit it would get it, and with it all the memory there is. What exceeds one is a file
 * that cannot be read, said at once – never a part of a log that passes for the whole.
 *
 * Each limit lies far above what an office has (its largest log known to us is a hundred thousand rows of forty columns)
 * and low enough that the worst file there is takes seconds and half a gibibyte. Where Excel has a limit, ours is not
 * below it.
 */
export interface Limit {
  readonly most: number
  /** As people say it. */
  readonly shown: string
  /** What is counted. */
  readonly counted: string
  readonly message: string
  readonly remedy: string
}

const mebibyte = 2 ** 20

const split = '请确认选对了文件；确是台账的，请分成几份，或另存为 .csv。'
const bySpreadsheet = '请用 Excel 或 WPS 打开，只把台账复制到一个新工作簿，另存为 .xlsx，再运行。'
const lookAtIt = '请确认选对了文件；确是台账的，用 Excel 或 WPS 打开，看看是不是丢了换行，另存后再运行。'

export const limits = {
  packed: {
    most: 128 * mebibyte,
    shown: '128 MiB',
    counted: '要整份读入的一个文件（工作簿、Word 文档、模板、配置、字体等）',
    message: '文件超过 128 MiB，不予读取',
    remedy: '请确认选对了文件；确是台账的，请删去图片或分成几份，或另存为 .csv。',
  },
  page: {
    most: 48 * mebibyte,
    shown: '48 MiB',
    counted: '一个网页或 XML 表格（常名为 .xls）',
    message: '网页表格超过 48 MiB，不予读取',
    remedy: bySpreadsheet,
  },
  unpacked: {
    most: 128 * mebibyte,
    shown: '128 MiB',
    counted: '一个 .xlsx、.docx 或模板解压以后',
    message: '文件解压后超过 128 MiB，不予读取',
    remedy: '请确认文件来源；确是台账的，请分成几份，或另存为 .csv。',
  },
  template: {
    most: 16 * mebibyte,
    shown: '16 MiB',
    counted: '一个模板里的文字部件，图片不算',
    message: '除图片以外的内容超过 16 MiB，不像空白表',
    remedy: '请在 Excel、WPS 或 Word 里只留空白表，另存后再用。',
  },
  entries: {
    most: 10_000,
    shown: '1 万个',
    counted: '一个 .xlsx、.docx 或模板里的部件',
    message: '文件里的部件超过 1 万个，不像台账',
    remedy: bySpreadsheet,
  },
  sheets: {
    most: 2000,
    shown: '2000 张',
    counted: '一份文件里的工作表或表格',
    message: '文件里的表格超过 2000 张，不予读取',
    remedy: '请只留台账所在的工作表，或分成几份。',
  },
  rows: {
    most: 1_048_576,
    shown: '1048576 行',
    counted: '一张工作表或表格的行（Excel 的上限）',
    message: '一张表超过 1048576 行，Excel 也打不开',
    remedy: split,
  },
  lines: {
    most: 5_000_000,
    shown: '500 万行',
    counted: '一份文本台账的行',
    message: '超过 500 万行，不予读取',
    remedy: '请确认选对了文件；确是台账的，请分成几份。',
  },
  columns: {
    most: 16_384,
    shown: '16384 栏',
    counted: '一行的格子（Excel 的上限）',
    message: '有一行超过 16384 格，Excel 也打不开',
    remedy: lookAtIt,
  },
  cells: {
    most: 4_000_000,
    shown: '400 万格',
    counted: '一份工作簿、Word 文档或网页里的格子，连同中间空着的',
    message: '表格超过 400 万格，不予读取',
    remedy: '请删去台账以外的行和列（表格最右、最下有没有零星的字）；仍不行，请分成几份，或另存为 .csv。',
  },
  cell: {
    most: 32_767,
    shown: '32767 字',
    counted: '一格的字（Excel 的上限）',
    message: '有一格超过 32767 个字，不像台账',
    remedy: '请确认选对了文件；确是台账的，请把这一格的长文另外存放，格里只留要点。',
  },
  characters: {
    most: 64 * mebibyte,
    shown: '6710 万字',
    counted: '一份工作簿、Word 文档或网页里各格的字',
    message: '各格的字加起来超过 6710 万，不予读取',
    remedy: split,
  },
  line: {
    most: 16 * mebibyte,
    shown: '16 MiB',
    counted: '文本台账的一行',
    message: '有一行超过 16 MiB，不像台账',
    remedy: lookAtIt,
  },
  nesting: {
    most: 1000,
    shown: '1000 层',
    counted: '网页、Office 文件和 JSON 里一层套一层的内容',
    message: '内容套了超过 1000 层，不像台账',
    remedy: bySpreadsheet,
  },
  spans: {
    most: 1_000_000,
    shown: '100 万格',
    counted: '合并单元格和超链接盖住的格子',
    message: '合并单元格或超链接盖住的格子超过 100 万',
    remedy: '请在 Excel 或 WPS 里取消整片的合并和超链接，只留台账需要的，保存后再运行。',
  },
} as const satisfies Readonly<Record<string, Limit>>

export type LimitName = keyof typeof limits
