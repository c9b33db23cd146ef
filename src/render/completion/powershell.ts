import type { CommandWords, CompletionFormat, OptionWords } from './words.ts'

/**
 * In ASCII alone: a Chinese Windows reads what a program prints as GBK, and Chinese text in UTF-8 would not only look
 * wrong but swallow the quote behind it.
 */
function text(word: string): string {
  const quoted = `'${word.replaceAll("'", "''")}'`
  if (!/[^\x20-\x7e]/.test(word)) return quoted
  const escaped = quoted
    .replaceAll('\\', '\\\\')
    .replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `[regex]::Unescape(${escaped})`
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

/** For `ipcase completion powershell | Out-String | Invoke-Expression` in the file that $PROFILE names. */
export const powershellCompletion: CompletionFormat = (commands) => `$ipcaseCommands = [ordered]@{
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
