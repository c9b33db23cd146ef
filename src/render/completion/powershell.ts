import { byteOrderMark } from '../csv.ts'
import type { CommandWords, CompletionFormat, OptionWords } from './words.ts'

function text(word: string): string {
  return `'${word.replaceAll("'", "''")}'`
}

function list(words: readonly string[]): string {
  return `@(${words.map(text).join(', ')})`
}

function optionEntries({ flags, summary, choices }: OptionWords): readonly string[] {
  return flags.map(
    (flag) => `      ${text(flag)} = @{ Summary = ${text(summary)}; Choices = ${list(choices)} }`,
  )
}

function commandEntry({ name, summary, operands, options }: CommandWords): string {
  return [
    `  ${text(name)} = @{`,
    `    Summary = ${text(summary)}`,
    `    Words = ${list(operands)}`,
    '    Options = [ordered]@{',
    ...options.flatMap(optionEntries),
    '    }',
    '  }',
  ].join('\n')
}

/** With a byte-order mark: PowerShell 5, which Windows 10 brings, reads a script without one as GBK. */
export const powershellCompletion: CompletionFormat = (
  commands,
) => `${byteOrderMark}# ipcase 的命令补全。用法：在 PowerShell 的配置文件（$PROFILE）里加一行
#   ipcase completion powershell | Out-String | Invoke-Expression
$ipcaseCommands = [ordered]@{
${commands.map(commandEntry).join('\n')}
}
Register-ArgumentCompleter -Native -CommandName ipcase -ScriptBlock {
  param($word, $ast, $cursor)
  $result = [System.Management.Automation.CompletionResult]
  $typed = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { "$_" })
  if ($typed.Count -le 1) {
    foreach ($name in $ipcaseCommands.Keys) {
      if ($name -like "$word*") { $result::new($name, $name, 'Command', $ipcaseCommands[$name].Summary) }
    }
    return
  }
  $command = $ipcaseCommands[$typed[1]]
  if (-not $command) { return }
  $before = $command.Options[$typed[-1]]
  if ($before -and $before.Choices) {
    $before.Choices | Where-Object { $_ -like "$word*" } | ForEach-Object { $result::new($_, $_, 'ParameterValue', $_) }
  } elseif ($word -like '-*') {
    foreach ($flag in $command.Options.Keys) {
      if ($flag -like "$word*") { $result::new($flag, $flag, 'ParameterName', $command.Options[$flag].Summary) }
    }
  } else {
    $command.Words | Where-Object { $_ -like "$word*" } | ForEach-Object { $result::new($_, $_, 'ParameterValue', $_) }
  }
}
`
