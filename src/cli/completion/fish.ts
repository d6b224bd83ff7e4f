import { SEVERITIES } from "../../lint/severities.ts";
import {
  type CompletedCommand,
  type CompletedOption,
  RULE_IDS,
  type Values,
  withAllBelow,
} from "./completed-command.ts";

/** A script for fish: a line for each thing that may be typed. */
export function fishScript(program: CompletedCommand): string {
  const { name } = program;
  return `# Completes ${name} in fish. Made by \`${name} completion fish\`.
set -g __${name}_rules ${RULE_IDS.join(" ")}

# Whether the words that are typed begin with these, behind the program's name.
function __${name}_in
    set -l words (commandline -opc)
    set -e words[1]
    test (count $words) -ge (count $argv); or return 1
    for index in (seq (count $argv))
        test $words[$index] = $argv[$index]; or return 1
    end
end

${withAllBelow(program)
  .flatMap((command) => linesOf(command, name))
  .join("\n")}
`;
}

function linesOf(command: CompletedCommand, program: string): readonly string[] {
  const { path, commands, options, values } = command;
  const isHere = path.length === 0 ? "test (count (commandline -opc)) -eq 1" : `__${program}_in ${path.join(" ")}`;
  const others =
    path.length === 0 ? [] : commands.map(({ path: deeper }) => `; and not __${program}_in ${deeper.join(" ")}`);
  const start = `complete -c ${program} -n '${isHere}${others.join("")}'`;
  const argument = values && wordsFor(values, program);
  return [
    // Names of files stand only where files are meant.
    ...(commands.length > 0 || values === undefined || argument !== undefined ? [`${start} -f`] : []),
    ...commands.map(({ name, summary }) => `${start} -f -a ${name} -d '${plain(summary)}'`),
    ...(argument === undefined ? [] : [`${start} -f -a '${argument}'`]),
    ...options.map((option) => `${start} ${flagsOf(option, program)} -d '${plain(option.summary)}'`),
  ];
}

function flagsOf({ long, short, values, isOptional }: CompletedOption, program: string): string {
  const flags = `-l ${long.slice("--".length)}${short ? ` -s ${short.slice("-".length)}` : ""}`;
  if (values === undefined) return flags;
  const words = wordsFor(values, program);
  if (words === undefined) return isOptional ? flags : `${flags} -r -F`;
  return `${flags} ${isOptional ? "-f" : "-x"} -a '${words}'`;
}

/** What may stand here; nothing for files. */
function wordsFor(values: Values, program: string): string | undefined {
  if (values.kind === "files") return undefined;
  if (values.kind === "choices") return values.choices.join(" ");
  return values.kind === "rule"
    ? `$__${program}_rules`
    : `$__${program}_rules=(string split " " "${SEVERITIES.join(" ")}")`;
}

/** Words without what means something between single quotes. */
const plain = (text: string): string => text.replace(/['\\]/gu, "");
