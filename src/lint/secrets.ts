// The keys, tokens and passwords that a scenario holds in plain text, and texts in which they are covered.

import type { JsonPlace, TextRange } from "../diagnostics/diagnostic.ts";
import { describeModule } from "../model/module-place.ts";
import type { Module, Scenario } from "../model/scenario.ts";
import { isObject } from "../util/is-object.ts";
import { pointer } from "../util/json-pointer.ts";
import { noteTexts } from "./own-texts.ts";
import { secretsInText } from "./secrets-in-text.ts";

export interface Secret {
  /** What holds it: a module, a note, the name of the scenario. */
  readonly where: string;
  /** With an article: `a password`, `a token of Slack`. */
  readonly what: string;
  /** The secret itself, which no output may hold. */
  readonly value: string;
  /** Exactly what must not be shown. */
  readonly at: JsonPlace & { readonly range: TextRange };
}

/** All secrets that a scenario holds in plain text. Modules that hang on nothing are in the file as well. */
export function findSecrets(scenario: Scenario): readonly Secret[] {
  const known = found.get(scenario);
  if (known) return known;
  const secrets: Secret[] = [];
  for (const module of scenario.modules) addModule(secrets, module);
  for (const note of noteTexts(scenario)) {
    addWithin(secrets, { describe: () => "A note", pointer: note.pointer }, note.text, "", []);
  }
  const root = scenario.metadataPointer.slice(0, -"/metadata".length);
  addWithin(secrets, { describe: () => "The scenario's name", pointer: root }, scenario.name, "", ["name"]);
  found.set(scenario, secrets);
  return secrets;
}

function addModule(found: Secret[], module: Module): void {
  const holder = { describe: () => `\`${describeModule(module)}\``, pointer: module.pointer };
  for (const part of PARTS) {
    const value = module.source[part];
    if (value) addWithin(found, holder, value, "", [part]);
  }
  for (const { index, source } of module.branches) {
    if (source?.conditions) addWithin(found, holder, source.conditions, "", ["branches", index, "conditions"]);
  }
  // What people call a module stands in every report.
  if (module.name !== undefined) addWithin(found, holder, module.name, "", ["metadata", "designer", "name"]);
}

/** Both a rule and whoever shows a text ask. */
const found = new WeakMap<Scenario, readonly Secret[]>();

/**
 * A text to be shown, with a dot for each character of a secret, so that all columns stay where they are. It need not be
 * the blueprint: what an author wrote holds the same secrets.
 */
export const maskSecrets = (text: string, scenario: Scenario): string =>
  covered(
    text,
    findSecrets(scenario).map(({ value }) => value),
  );

/** The same, for secrets that are known, and for many texts: findings say the same few things again and again. */
export function createCover(secrets: readonly string[]): (text: string) => string {
  if (secrets.length === 0) return (text) => text;
  const known = new Map<string, string>();
  return (text) => {
    const shown = known.get(text) ?? covered(text, secrets);
    known.set(text, shown);
    return shown;
  };
}

/** The same, for secrets that are known. */
export const covered = (text: string, secrets: readonly string[]): string =>
  [...new Set(secrets)].reduce((masked, value) => {
    const inJson = JSON.stringify(value).slice(1, -1);
    return withoutBeginning(masked.replaceAll(inJson, dots(inJson)).replaceAll(value, dots(value)), value);
  }, text);

/** So much of a secret tells nothing. */
const TOO_LITTLE = 4;

/** Covers what stands of a secret in front of an ellipsis: messages show only the beginning of what is long. */
function withoutBeginning(text: string, value: string): string {
  let masked = text;
  for (let cut = masked.indexOf("…"); cut >= 0; cut = masked.indexOf("…", cut + 1)) {
    let length = Math.min(cut, value.length - 1);
    while (length > TOO_LITTLE && !masked.startsWith(value.slice(0, length), cut - length)) length--;
    if (length > TOO_LITTLE) masked = masked.slice(0, cut - length) + dots(value.slice(0, length)) + masked.slice(cut);
  }
  return masked;
}

const dots = (text: string): string => "•".repeat(text.length);

const PARTS = ["parameters", "mapper", "filter", "flags"] as const;

/** What a text stands in. It is described only where a secret is found. */
interface Holder {
  readonly describe: () => string;
  readonly pointer: string;
}

/** `path` leads to the value below its holder, and is the same when this is done. */
function addWithin(found: Secret[], holder: Holder, value: unknown, name: string, path: (string | number)[]): void {
  if (typeof value === "string") {
    for (const { what, start, end } of secretsInText(value, name)) {
      const at = { pointer: pointer(holder.pointer, ...path), range: { start, end } };
      found.push({ where: holder.describe(), what, value: value.slice(start, end), at });
    }
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      path.push(index);
      addWithin(found, holder, value[index], name, path);
      path.pop();
    }
  } else if (isObject(value)) {
    // A header, a parameter of a query, a variable.
    const pair = typeof value.name === "string" ? value.name : value.key;
    for (const key in value) {
      const ownName = key === "value" && typeof pair === "string" ? pair : key;
      path.push(key);
      addWithin(found, holder, value[key], ownName, path);
      path.pop();
    }
  }
}
