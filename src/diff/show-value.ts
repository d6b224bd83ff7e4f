import { isObject } from "../util/is-object.ts";
import { writeJson } from "../util/write-json.ts";
import { type ModuleWord, replaceModules } from "./references.ts";

/** A value as a reader takes it: an expression with the names of modules, anything else as JSON. */
export function showValue(value: unknown, word: ModuleWord): string {
  return typeof value === "string"
    ? (expressionIn(value, word) ?? JSON.stringify(replaceModules(value, word)))
    : writeJson(replaceInData(value, word));
}

/** `Get customer.email` of `{{3.email}}`; nothing of a text that is more than one mapping. */
export function expressionIn(text: string, word: ModuleWord): string | undefined {
  if (!text.startsWith("{{")) return undefined;
  return /^\{\{([^{}]*)\}\}$/u.exec(replaceModules(text, word))?.[1]?.trim();
}

/** Data with another word for each module that its texts read. */
export function replaceInData(value: unknown, word: ModuleWord): unknown {
  if (typeof value === "string") return replaceModules(value, word);
  if (Array.isArray(value)) return value.map((item) => replaceInData(item, word));
  if (!isObject(value)) return value ?? null;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaceInData(item, word)]));
}
