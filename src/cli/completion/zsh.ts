import { SEVERITIES } from "../../lint/severities.ts";
import {
  type CompletedCommand,
  type CompletedOption,
  RULE_IDS,
  type Values,
  withAllBelow,
} from "./completed-command.ts";

/** A script for zsh: a function for each command. */
export function zshScript(program: CompletedCommand): string {
  // Commands have one line between their words, helpers two.
  return `#compdef ${program.name}
# Completes ${program.name} in zsh. Made by \`${program.name} completion zsh\`.

_${program.name}__rule() {
  local -a rules=(${RULE_IDS.join(" ")})
  compadd "$@" -a rules
}

_${program.name}__severity() {
  if compset -P '*='; then
    compadd "$@" ${SEVERITIES.join(" ")}
  else
    _${program.name}__rule "$@" -S '=' -q
  fi
}

${withAllBelow(program)
  .map((command) => functionOf(command, program.name))
  .join("\n\n")}

if [[ $funcstack[1] == _${program.name} ]]; then
  _${program.name} "$@"
else
  compdef _${program.name} ${program.name}
fi
`;
}

/** \`_cyanotype_modules_learn\`. */
const nameOf = ({ path }: CompletedCommand, program: string): string => `_${[program, ...path].join("_")}`;

function functionOf(command: CompletedCommand, program: string): string {
  const { commands, options, values } = command;
  const specs = options.flatMap((option) => specsOf(option, program));
  if (commands.length === 0) {
    const rest = values ? [`'*:${program}:${actionOf(values, program)}'`] : [];
    return `${nameOf(command, program)}() {\n  _arguments -s \\\n    ${[...specs, ...rest].join(" \\\n    ")}\n}`;
  }
  const described = commands.map(({ name, summary }) => `${name}\\:"${plain(summary)}"`).join(" ");
  return `${nameOf(command, program)}() {
  local curcontext="$curcontext" state line
  _arguments -C -s \\
    ${[...specs, `'1:command:((${described}))'`, "'*::argument:->argument'"].join(" \\\n    ")}
  [[ $state == argument ]] || return
  case $line[1] in
${commands.map((each) => `    ${each.name}) ${nameOf(each, program)} ;;`).join("\n")}
  esac
}`;
}

function specsOf({ long, short, summary, values, isOptional }: CompletedOption, program: string): readonly string[] {
  const text = `[${plain(summary)}]`;
  const flags = short ? [short, long] : [long];
  if (values === undefined) return flags.map((flag) => `'(${flags.join(" ")})${flag}${text}'`);
  const value = `:${isOptional ? ":" : ""}value:${actionOf(values, program)}`;
  // It may stand there again; \`=-\`: the value is in the same word.
  return flags.map((flag) => `'*${flag}${flag.startsWith("--") ? (isOptional ? "=-" : "=") : ""}${text}${value}'`);
}

function actionOf(values: Values, program: string): string {
  if (values.kind === "choices") return `(${values.choices.join(" ")})`;
  if (values.kind === "rule") return `_${program}__rule`;
  return values.kind === "severity" ? `_${program}__severity` : "_files";
}

/** Words without what means something to the shell, or in a specification. */
const plain = (text: string): string => text.replace(/[`'"\\[\]:$]/gu, "");
