import { checkNumber } from "./check-input.ts";
import { checkKeys } from "./check-keys.ts";
import { refuseAll } from "./mistakes.ts";
import { inWords, OBJECT, type OptionKind, type Options } from "./option-kinds.ts";

type Complain = (message: string, help: string) => void;

/** Complains about options that are misspelt, missing, or of another type. Says whether there were none of them. */
export function checkOptions(what: string, given: unknown, options: Options, complain: Complain): boolean {
  if (!OBJECT.fits(given)) {
    complain(`The options of ${what} are ${inWords(given)}`, `Give ${shapeOf(options)}`);
    return false;
  }
  let fine = true;
  const tell: Complain = (message, help) => {
    fine = false;
    complain(message, help);
  };
  const values = given as Readonly<Record<string, unknown>>;
  const meant = checkKeys(capital(what), values, Object.keys(options), tell);
  for (const [name, kind] of Object.entries(options)) checkOption(what, name, kind, values[name], meant, tell);
  return fine;
}

function checkOption(
  what: string,
  name: string,
  kind: OptionKind,
  value: unknown,
  meant: readonly string[],
  complain: Complain,
): void {
  if (value !== undefined) checkValue(`\`${name}\` of ${what}`, name, kind, value, complain);
  // One that was misspelt is not missing as well.
  else if (kind.required && !meant.includes(name))
    complain(`${capital(what)} has no \`${name}\``, `Give it ${kind.words}`);
}

function checkValue(where: string, name: string, kind: OptionKind, value: unknown, complain: Complain): void {
  const { words, fits, spec, items, options } = kind;
  const mistake = spec && checkNumber(name, value, spec);
  if (!fits(value)) complain(`${capital(where)} is ${inWords(value)}`, `Give ${words}`);
  else if (mistake) complain(mistake.message, mistake.help);
  else if (options && OBJECT.fits(value)) checkOptions(where, value, options, complain);
  else if (items) {
    for (const item of value as readonly unknown[]) checkValue(`an item of ${where}`, name, items, item, complain);
  }
}

/** Refuses options at once, outside of any scenario: with all that is wrong with them. */
export function refuseOptions(what: string, given: unknown, options: Options): void {
  const problems: { readonly message: string; readonly help: string }[] = [];
  checkOptions(what, given, options, (message, help) => problems.push({ message, help }));
  if (problems.length > 0) refuseAll(problems);
}

const shapeOf = (options: Options): string => {
  const names = Object.keys(options).filter((name) => options[name]?.required);
  return names.length === 0 ? OBJECT.words : `an object: { ${names.map((name) => `${name}: …`).join(", ")} }`;
};

/** `onError.retry` is a name as it is written. */
const capital = (what: string): string =>
  what.replace(/^(?:the|an) /u, (word) => `${word[0]?.toUpperCase()}${word.slice(1)}`);
