// What is wrong with a command line, told like everything else that is wrong: what, and what to type instead.

import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Command, CommanderError, Option } from "commander";
import type { Problem } from "../diagnostics/diagnostic.ts";
import { nearest, nearestOnes } from "../util/nearest.ts";
import { quote } from "../util/quote.ts";
import { shellWord } from "../util/shell-word.ts";

/** What commander says of each mistake, and how it is told. The parts are those in parentheses. */
const MISTAKES: readonly (readonly [RegExp, (command: Command, parts: readonly string[], cwd: string) => Problem])[] = [
  [/^error: unknown command '(.*)'$/su, unknownCommand],
  [/^error: unknown option '(.*)'$/su, unknownOption],
  [/^error: missing required argument '(.*)'$/su, missingArgument],
  [/^error: option '([^']*)' argument missing$/su, missingValue],
  [/^error: required option '([^']*)' not specified$/su, missingOption],
  [/^error: option '([^']*)' cannot be used with option '([^']*)'$/su, conflict],
  [/^error: too many arguments for '.*'\. Expected (\d+) arguments? but got (\d+)\.$/su, tooMany],
  [/^error: option '([^']*)' argument '(.*)' is invalid\. ?(.*)$/su, invalidValue],
  [/^error: command-argument value '(.*)' is invalid for argument '(.*)'\. ?(.*)$/su, invalidArgument],
];

/** The problem behind an error of commander's about one of our commands. */
export function usageProblem({ message }: CommanderError, command: Command, cwd: string): Problem {
  for (const [pattern, tell] of MISTAKES) {
    const match = pattern.exec(message);
    if (match) return tell(command, match.slice(1), cwd);
  }
  return { message: message.replace(/^error: /u, ""), help: helpOf(command) };
}

/** `cyanotype modules learn`. */
const pathOf = (command: Command): string =>
  command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();

const helpOf = (command: Command): string => `\`${pathOf(command)} --help\` tells what there is`;

function unknownCommand(command: Command, [word = ""]: readonly string[], cwd: string): Problem {
  const message = `There is no command ${quote(word)}`;
  if (/[\\/]|\.(?:json|[cm]?[jt]s)$/u.test(word) || existsSync(resolve(cwd, word))) {
    return { message, help: `Write \`${pathOf(command)} lint ${shellWord(word)}\` to check it` };
  }
  const names = command.commands.map((known) => known.name());
  const similar = nearestOnes(word, names).map((name) => `\`${pathOf(command)} ${name}\``);
  return { message, help: similar.length === 0 ? helpOf(command) : `Did you mean ${similar.join(" or ")}?` };
}

function unknownOption(command: Command, [given = ""]: readonly string[]): Problem {
  const flag = given.replace(/=.*$/su, "");
  const message = `${quote(pathOf(command))} has no option ${quote(flag)}`;
  const similar = similarFlag(flag, command);
  if (similar !== undefined) return { message, help: `Did you mean \`${similar}\`?` };
  const [owner] = command.commands.filter(({ options }) =>
    options.some(({ short, long }) => flag === short || flag === long),
  );
  if (owner) return { message, help: `It stands behind a command: \`${pathOf(owner)} ${flag}\`` };
  return { message, help: helpOf(command) };
}

/** Dashes are no letters: what is alike are the names behind them. */
function similarFlag(flag: string, command: Command): string | undefined {
  const known = command
    .createHelp()
    .visibleOptions(command)
    .flatMap(({ long }) => (long ? [long.slice("--".length)] : []));
  const [similar] = nearest(flag.replace(/^-+/u, ""), known);
  return similar === undefined ? undefined : `--${similar}`;
}

function missingArgument(command: Command, [name = ""]: readonly string[]): Problem {
  const argument = command.registeredArguments.find((known) => known.name() === name);
  const shown = argument?.variadic ? `<${name}...>` : `<${name}>`;
  return {
    message: `\`${pathOf(command)}\` is given no \`${shown}\``,
    help: `Give ${argument?.description ?? "it"}`,
  };
}

const optionOf = (command: Command, flags: string): Option | undefined =>
  command.options.find((option) => option.flags === flags);

/** An option as it is typed: `--out`. */
const typed = (flags: string): string => /--[\w-]+/u.exec(flags)?.[0] ?? flags;

function missingValue(command: Command, [flags = ""]: readonly string[]): Problem {
  const option = optionOf(command, flags);
  const value = /[<[].*$/u.exec(flags)?.[0] ?? "value";
  return { message: `\`${typed(flags)}\` is given no \`${value}\``, help: choicesOf(option) ?? describe(option) };
}

function missingOption(command: Command, [flags = ""]: readonly string[]): Problem {
  return {
    message: `\`${pathOf(command)}\` is given no \`${typed(flags)}\``,
    help: `Add \`${flags.replace(/^-\w, /u, "")}\`: ${optionOf(command, flags)?.description ?? ""}`,
  };
}

function conflict(_: Command, [flags = "", other = ""]: readonly string[]): Problem {
  return {
    message: `\`${typed(flags)}\` and \`${typed(other)}\` do not go together`,
    help: "Leave one of them out",
  };
}

function tooMany(command: Command, [expected = "", given = ""]: readonly string[]): Problem {
  const takes = expected === "0" ? "nothing but options" : `${expected} argument${expected === "1" ? "" : "s"}`;
  return { message: `\`${pathOf(command)}\` takes ${takes}, and was given ${given}`, help: helpOf(command) };
}

function invalidValue(command: Command, [flags = "", value = "", why = ""]: readonly string[]): Problem {
  const option = optionOf(command, flags);
  const help = choicesOf(option, value) ?? (why.replace(/\.$/su, "") || describe(option));
  return { message: `${quote(value)} is no value of \`${typed(flags)}\``, help };
}

function invalidArgument(command: Command, [value = "", name = "", why = ""]: readonly string[]): Problem {
  const argument = command.registeredArguments.find((known) => known.name() === name);
  return {
    message: `${quote(value)} is no \`<${name}>\``,
    help: choicesOf(argument, value) ?? why.replace(/\.$/su, ""),
  };
}

/** All that may be chosen, what was meant first. */
function choicesOf(
  known: { readonly argChoices?: readonly string[] | undefined } | undefined,
  value = "",
): string | undefined {
  const choices = known?.argChoices;
  if (choices === undefined) return undefined;
  const [similar] = nearest(value, choices);
  const all = `There are ${choices.join(", ")}`;
  return similar === undefined ? all : `Did you mean \`${similar}\`? ${all}`;
}

const describe = (option: Option | undefined): string =>
  option ? `\`${typed(option.flags)}\`: ${option.description}` : "Give it a value";
