import type { CommandWords, CompletionFormat, OptionWords } from './words.ts'

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
export const bashCompletion: CompletionFormat = (
  commands,
) => `# ipcase 的命令补全。用法：在 ~/.bashrc 里加一行
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
