import { InvalidArgumentError } from "commander";

/** Whether the name of a file can be made of it. */
export const isEnvironmentName = (name: string): boolean => /^[\p{L}\p{N}_][\p{L}\p{N}_. -]*$/u.test(name);

export const ENVIRONMENT_NAME_HELP = "Begin it with a letter or a digit.";

/** Reads the value of `--env` for commands that make an environment. */
export function environmentName(value: string): string {
  if (isEnvironmentName(value)) return value;
  throw new InvalidArgumentError(ENVIRONMENT_NAME_HELP);
}
