import * as z from 'zod'
import { failLevels, ruleLevels } from '../finding.ts'
import { periodSpellings, readPeriod } from '../period.ts'
import { sortOrders } from '../table.ts'

const path = z.string().min(1)

const period = z.string().refine((text) => readPeriod(text) !== undefined, `应写成 ${periodSpellings} 这样`)

/** `ipcase.config.json`; paths are relative to the file. */
export const configSchema = z
  .strictObject({
    $schema: z.string().describe('本格式说明的地址，编辑器用').optional(),
    programme: z.string().min(1).describe('报送方案的编号，或方案文件（.json）的路径').optional(),
    unit: z.string().min(1).describe('填报单位').optional(),
    logs: z.array(path).describe('台账：文件、文件夹、通配符').optional(),
    sheets: z
      .array(z.string().min(1))
      .describe('工作簿里只读这些工作表，隐藏的也读；* 代替名称的一部分')
      .optional(),
    outputs: z.array(path).describe('写入的文件，由扩展名决定格式').optional(),
    archive: path.describe('报送存档所在的文件夹').optional(),
    period: period.describe('统计哪一段时间').optional(),
    sort: z.enum(sortOrders).describe('表内次序：按台账，或按立案时间').optional(),
    explained: path.describe('填了说明的问题清单（validate -o 写出的），或放着它们的文件夹').optional(),
    failOn: z.enum(failLevels).describe('有这一级或更重的问题时，退出码为 1').optional(),
    holidays: path.describe('补充一年的放假和调休安排').optional(),
    rules: z.record(z.string(), z.enum(ruleLevels)).describe('规则的级别').optional(),
  })
  .describe('一个对象，例如 {"unit": "凌源市市场监督管理局"}')

export type Config = z.output<typeof configSchema>
