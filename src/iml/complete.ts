import type { CustomFunction } from "./custom-functions.ts";
import { functions } from "./functions.ts";
import { keywords, variableFamilies } from "./keywords.ts";

/** A word that can go on where somebody is writing. */
export interface Completion {
  readonly label: string;
  readonly kind: "function" | "keyword" | "variables";
  /** How a function is called, or the type of a keyword. */
  readonly detail: string;
  /** One sentence without a final period; absent for functions of the organization's own. */
  readonly summary?: string;
}

/** What the beginning of a word may become: functions, keywords, and the families of variables behind `var.`. */
export function completionsOf(
  beginning: string,
  customFunctions: ReadonlyMap<string, CustomFunction> = new Map(),
): readonly Completion[] {
  const all: Completion[] = [
    ...[...customFunctions.values()].map(
      ({ name, signature }): Completion => ({ label: name, kind: "function", detail: signature }),
    ),
    ...[...functions.values()].map(
      ({ name, signature, summary }): Completion => ({ label: name, kind: "function", detail: signature, summary }),
    ),
    ...[...keywords.values()].map(
      ({ name, type, summary }): Completion => ({ label: name, kind: "keyword", detail: type, summary }),
    ),
    ...[...variableFamilies].map(
      ([name, summary]): Completion => ({ label: `var.${name}`, kind: "variables", detail: "collection", summary }),
    ),
  ];
  return all.filter(({ label }) => label.startsWith(beginning)).sort((a, b) => (a.label < b.label ? -1 : 1));
}
