import { SEVERITIES } from "../../lint/severities.ts";
import {
  type CompletedCommand,
  type CompletedOption,
  RULE_IDS,
  type Values,
  withAllBelow,
} from "./completed-command.ts";

/** A script for bash, from version 3.2 on. Where it completes nothing itself, bash completes names of files. */
export function bashScript(program: CompletedCommand): string {
  const commands = withAllBelow(program);
  return `# Completes ${program.name} in bash. Made by \`${program.name} completion bash\`.
_${program.name}() {
  local rules='${RULE_IDS.join(" ")}'
  local command='' option='' prefix='' values='' current='' word='' i
  local -a words
  # Bash cuts words at an equals sign; they are put together again.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    if ((i > 1)) && [[ \${COMP_WORDS[i]} == '='* || $word == '=' ]]; then
      words[\${#words[@]} - 1]+=\${COMP_WORDS[i]}
    else
      words+=("\${COMP_WORDS[i]}")
    fi
    word=\${COMP_WORDS[i]}
  done
  current=\${words[\${#words[@]} - 1]}
  for ((i = 0; i < \${#words[@]} - 1; i++)); do
    if [[ -n $option ]]; then
      option=''
      continue
    fi
    case "$command \${words[i]}" in
${commands
  .filter(({ path }) => path.length > 0)
  .map(({ path }) => `      ${quoted(spelled(path))}) command=${quoted(path.join(" "))} ;;`)
  .join("\n")}
${commands.flatMap((command) => wantingValues(command)).join("\n")}
    esac
  done
  if [[ -z $option && $current == --*=* ]]; then
    option=\${current%%=*}
    prefix=$option=
    current=\${current#*=}
  fi
  if [[ -n $option ]]; then
    case "$command $option" in
${commands.flatMap((command) => command.options.flatMap((option) => valuesOfOption(command, option))).join("\n")}
    esac
  elif [[ $current == -* ]]; then
    case "$command" in
${commands.map(({ path, options }) => `      ${quoted(path.join(" "))}) values=${quoted(options.map(({ long }) => long).join(" "))} ;;`).join("\n")}
    esac
  else
    case "$command" in
${commands.flatMap(argumentsOf).join("\n")}
    esac
  fi
  COMPREPLY=($(compgen -P "$prefix" -W "$values" -- "$current"))
  # What stands in front of the last equals sign is not replaced.
  word="$prefix$current"
  if [[ $word == *=* && $COMP_WORDBREAKS == *=* ]]; then
    prefix=\${word%"\${word##*=}"}
    COMPREPLY=("\${COMPREPLY[@]#"$prefix"}")
  fi
  if [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *= ]]; then
    compopt -o nospace 2>/dev/null
  fi
}
complete -o default -F _${program.name} ${program.name}
`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The command so far, and the word that leads on: ` lint`, `modules learn`. */
const spelled = (path: readonly string[]): string => (path.length === 1 ? ` ${path[0]}` : path.join(" "));

const flagsOf = ({ long, short }: CompletedOption): readonly string[] => [long, ...(short ? [short] : [])];

/** Options whose value is the next word. */
function wantingValues({ path, options }: CompletedCommand): readonly string[] {
  const flags = options.filter(({ values, isOptional }) => values && !isOptional).flatMap(flagsOf);
  if (flags.length === 0) return [];
  return [`      ${flags.map((flag) => quoted(`${path.join(" ")} ${flag}`)).join(" | ")}) option=\${words[i]} ;;`];
}

function valuesOfOption({ path }: CompletedCommand, option: CompletedOption): readonly string[] {
  const words = option.values && wordsFor(option.values);
  if (words === undefined) return [];
  const flags = flagsOf(option).map((flag) => quoted(`${path.join(" ")} ${flag}`));
  return [`      ${flags.join(" | ")}) ${words} ;;`];
}

/** Commands that go on, or what an argument may be. */
function argumentsOf({ path, commands, values }: CompletedCommand): readonly string[] {
  const names = commands.map(({ name }) => name);
  const words = names.length > 0 ? `values=${quoted(names.join(" "))}` : values && wordsFor(values);
  return words === undefined ? [] : [`      ${quoted(path.join(" "))}) ${words} ;;`];
}

/** A piece of script that sets what may stand here; none for files. */
function wordsFor(values: Values): string | undefined {
  if (values.kind === "files") return undefined;
  if (values.kind === "rule") return "values=$rules";
  if (values.kind === "choices") return `values=${quoted(values.choices.join(" "))}`;
  // A rule first, and when it is there, how severe it is.
  const severities = SEVERITIES.map((severity) => `\${current%%=*}=${severity}`).join(" ");
  return `if [[ $current == *=* ]]; then values="${severities}"; else values="\${rules// /= }="; fi`;
}
