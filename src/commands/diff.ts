import { countsOf } from '../model/finding.ts'
import { diffFormatNames, planDiff, writeDiff } from '../outputs/diff-output.ts'
import { lookOf } from '../outputs/look.ts'
import { keepSources } from '../outputs/targets.ts'
import { compareFiles } from '../returns/compare.ts'
import { setUp } from '../returns/setup.ts'
import { exitCodeOf } from '../returns/tabulate.ts'
import { defineCommand } from './command.ts'
import * as option from './options.ts'

export default defineCommand({
  operands: [
    { name: '原来', summary: '上次的台账、报表、登记记录，或装台账的文件夹', required: true, many: false },
    { name: '现在', summary: '这次的', required: true, many: false },
  ],
  options: {
    format: option.formatOption(diffFormatNames),
    outputs: option.outputOption,
    force: option.forceOption,
    ...option.checkingOptions,
    color: option.colorOption,
    quiet: option.quietOption,
  },
  examples: [
    { line: 'diff 六月.xlsx 九月.xlsx', does: '逐件比较两次报送：新增、减少、办结、改动' },
    { line: 'diff 报送存档/2024-06/凌源市.json 凌源.csv -o 变化.xlsx', does: '与登记过的那一次比较' },
  ],
  async run({ operands: [old = '', now = ''], options }, io) {
    const plan = await planDiff(options, io)
    const setup = await setUp(options, false, io)
    await keepSources(options.outputs, [old, now, ...setup.settings.files], io)
    const compared = await compareFiles([old, now], setup, io)
    const counts = countsOf(compared.findings)
    const exitCode = exitCodeOf({ failures: [], counts }, setup)
    const { head, settings } = setup
    const report = { ...compared, head, failOn: settings.failOn, counts, exitCode }
    await writeDiff(report, plan, { look: lookOf(options, io), io })
    return exitCode
  },
})
