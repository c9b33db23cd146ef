/** What a shell may offer behind a command: made from the table of options, never written by hand. */
export interface OptionWords {
  /** `-o`, `--output`. */
  readonly flags: readonly string[]
  readonly summary: string
  /** What stands behind it; null: nothing. */
  readonly value: 'file' | 'folder' | 'text' | null
  readonly choices: readonly string[]
}

export interface CommandWords {
  readonly name: string
  readonly summary: string
  /** What the command takes beside options: words of its own, or files where there are none. */
  readonly operands: readonly string[]
  readonly options: readonly OptionWords[]
}

type CompletionFormat = (commands: readonly CommandWords[]) => string

/** A list for `compgen -W`, a word a line: so the list may be split where names of files are not. */
function quoted(words: readonly string[]): string {
  return `$'${words.join('\\n').replaceAll("'", "\\'")}'`
}

/** What may follow an option, as a line of `case`; a flag without a value needs none. */
function valueCase({ flags, value, choices }: OptionWords): readonly string[] {
  if (value === null) return []
  const offer = {
    file: 'COMPREPLY=($(compgen -f -- "$word"))',
    folder: 'COMPREPLY=($(compgen -d -- "$word"))',
    text: choices.length > 0 ? `COMPREPLY=($(compgen -W ${quoted(choices)} -- "$word"))` : 'COMPREPLY=()',
  }[value]
  return [`        ${flags.join('|')}) ${offer}; return ;;`]
}

function commandCase({ name, operands, options }: CommandWords): string {
  const flags = options.flatMap((option) => option.flags)
  const values = options.flatMap(valueCase)
  const others =
    operands.length > 0
      ? `COMPREPLY=($(compgen -W ${quoted(operands)} -- "$word"))`
      : 'COMPREPLY=($(compgen -f -- "$word"))'
  return [
    `    ${name})`,
    ...(values.length > 0 ? ['      case $before in', ...values, '      esac'] : []),
    `      if [[ $word == -* ]]; then COMPREPLY=($(compgen -W ${quoted(flags)} -- "$word"))`,
    `      else ${others}; fi ;;`,
  ].join('\n')
}

/** Names of files may hold spaces: a word ends at a line end here, and is completed as a file's name is. */
const bashCompletion: CompletionFormat = (commands) => `# ipcase 的命令补全。用法：在 ~/.bashrc 里加一行
#   source <(ipcase completion bash)
_ipcase() {
  local IFS=$'\\n' word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W ${quoted([...commands.map(({ name }) => name), 'help', '--help', '--version'])} -- "$word"))
    return
  fi
  case $command in
${commands.map(commandCase).join('\n')}
    help) COMPREPLY=($(compgen -W ${quoted(commands.map(({ name }) => name))} -- "$word")) ;;
  esac
}
complete -o filenames -o bashdefault -F _ipcase ipcase
`

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
const powershellCompletion: CompletionFormat = (commands) => `$ipcaseCommands = [ordered]@{
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

export const completionFormats = {
  bash: bashCompletion,
  powershell: powershellCompletion,
} as const satisfies Readonly<Record<string, CompletionFormat>>
