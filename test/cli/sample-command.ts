import { type Command, defineCommand } from '../../src/commands/command.ts'
import {
  asOfOption,
  colorOption,
  configOption,
  delimiterOption,
  encodingOption,
  failOnOption,
  forceOption,
  formatOption,
  holidaysOption,
  noProgressOption,
  outputOption,
  programmeOption,
  quietOption,
  roundOption,
  ruleOption,
  unitOption,
} from '../../src/commands/options.ts'
import { ExitCode } from '../../src/io/io.ts'

/** A command with every shared option, which nobody runs. */
const command: Command = defineCommand({
  operands: [{ name: '台账', summary: '文件、文件夹、通配符，或 -（标准输入）', required: true, many: true }],
  options: {
    programme: programmeOption,
    asOf: asOfOption,
    unit: unitOption,
    round: roundOption,
    output: outputOption,
    force: forceOption,
    format: formatOption(['text', 'json']),
    failOn: failOnOption,
    rules: ruleOption,
    holidays: holidaysOption,
    encoding: encodingOption,
    delimiter: delimiterOption,
    color: colorOption,
    quiet: quietOption,
    noProgress: noProgressOption,
    config: configOption,
  },
  examples: [{ line: 'sample 台账.csv', does: '核对一份台账' }],
  async run() {
    return ExitCode.done
  },
})

export const sample = {
  name: 'sample',
  summary: '核对台账',
  command,
  load: async () => ({ default: command }),
}

/** Of a command that takes nothing and one that takes at most one word. */
export const bare = { name: 'bare', command: { ...command, operands: [] } }

export const single = {
  name: 'single',
  command: { ...command, operands: [{ name: '规则', summary: '规则名称', required: false, many: false }] },
}
