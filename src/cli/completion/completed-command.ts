// What a shell needs to know of a command, taken from the very definitions that the command line is read by.

import type { Argument, Command, Option } from "commander";
import { listedRules } from "../../lint/listed-rules.ts";

/** What stands behind an option or as an argument. `severity` is a rule with one: `dangling-reference=off`. */
export type Values =
  | { readonly kind: "files" | "rule" | "severity" }
  | { readonly kind: "choices"; readonly choices: readonly string[] };

export interface CompletedOption {
  /** `--output`, and perhaps `-o`. */
  readonly long: string;
  readonly short: string | undefined;
  readonly summary: string;
  /** Nothing for a mere flag. */
  readonly values: Values | undefined;
  /** A value stands behind `=`, or not at all. */
  readonly isOptional: boolean;
}

export interface CompletedCommand {
  readonly name: string;
  /** The words that lead to it, without the program's name. */
  readonly path: readonly string[];
  readonly summary: string;
  readonly commands: readonly CompletedCommand[];
  readonly options: readonly CompletedOption[];
  /** What its arguments may be; nothing when it takes none. */
  readonly values: Values | undefined;
}

/** A command with all below it. */
export function completedCommand(command: Command, path: readonly string[] = []): CompletedCommand {
  const help = command.createHelp();
  const commands = help.visibleCommands(command);
  const names = commands.map((each) => each.name());
  const [argument] = command.registeredArguments;
  return {
    name: command.name(),
    path,
    summary: help.subcommandDescription(command),
    commands: commands.map((each) => ({
      ...completedCommand(each, [...path, each.name()]),
      // Whose help is asked for: commander knows it as any word.
      ...(each.name() === "help" ? { values: { kind: "choices" as const, choices: names } } : {}),
    })),
    options: help.visibleOptions(command).map(completedOption),
    values: argument && valuesOf(argument.name(), argument),
  };
}

/** A command and all below it. */
export const withAllBelow = (command: CompletedCommand): readonly CompletedCommand[] => [
  command,
  ...command.commands.flatMap(withAllBelow),
];

function completedOption(option: Option): CompletedOption {
  const [, placeholder] = /[<[]([^>\].]+)/u.exec(option.flags) ?? [];
  return {
    long: option.long ?? option.flags,
    short: option.short,
    summary: option.description,
    values: placeholder === undefined ? undefined : valuesOf(placeholder, option),
    isOptional: option.optional,
  };
}

function valuesOf(placeholder: string, { argChoices }: Pick<Argument | Option, "argChoices">): Values {
  if (argChoices) return { kind: "choices", choices: argChoices };
  if (placeholder === "rule") return { kind: "rule" };
  return { kind: placeholder === "id=severity" ? "severity" : "files" };
}

export const RULE_IDS: readonly string[] = listedRules.map(({ id }) => id);
