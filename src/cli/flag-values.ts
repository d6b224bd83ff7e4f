import { InvalidArgumentError } from "commander";

/** Of a flag that may be repeated. */
export const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

export function notEmpty(value: string): string {
  if (value === "") throw new InvalidArgumentError("Give it a name.");
  return value;
}

export function wholeNumber(value: string): number {
  if (/^\d{1,9}$/u.test(value)) return Number(value);
  throw new InvalidArgumentError("Give it a whole number from 0.");
}
