// Adding symbols to an environment file, whose comments and order are its author's.

import { Document, isMap, parseDocument } from "yaml";
import type { ResourceKind, Symbols } from "../../decompile/bindings.ts";
import type { Environment, ResourceId } from "../../model/environment.ts";

const SECTIONS: readonly ResourceKind[] = [
  "connections",
  "keys",
  "webhooks",
  "dataStores",
  "dataStructures",
  "scenarios",
];

/** The symbols that an environment has. */
export const symbolsOf = (environment: Environment): Symbols =>
  Object.fromEntries(
    SECTIONS.map((section) => [
      section,
      new Map(
        Object.entries(environment[section]).map(([name, value]) => [
          name,
          typeof value === "object" ? value.id : value,
        ]),
      ),
    ]),
  ) as unknown as Symbols;

/** An environment with these symbols. */
export const environmentOf = (symbols: Symbols, environment: Environment): Environment => ({
  ...environment,
  ...Object.fromEntries(
    SECTIONS.map((section) => [
      section,
      Object.fromEntries([...symbols[section]].map(([name, id]) => [name, entryOf(section, id)])),
    ]),
  ),
});

const entryOf = (section: ResourceKind, id: ResourceId) => (section === "webhooks" ? { id } : id);

export interface UpdatedText {
  readonly text: string;
  /** How many symbols were added, by section. */
  readonly added: ReadonlyMap<ResourceKind, number>;
}

/** The text of an environment file with the symbols that it has not yet; of a new one without `before`. */
export function withSymbols(before: string | undefined, symbols: Symbols): UpdatedText {
  const document = before === undefined ? new Document({}) : parseDocument(before);
  if (before === undefined)
    document.commentBefore =
      " Ids of this account, by the names that scenarios use. Names may be changed here and there together.";
  const added = new Map<ResourceKind, number>();
  for (const section of SECTIONS) {
    for (const [name, id] of symbols[section]) {
      if (document.hasIn([section, name])) continue;
      if (!isMap(document.get(section))) document.set(section, document.createNode({}));
      document.setIn([section, name], document.createNode(entryOf(section, id), { flow: true }));
      added.set(section, (added.get(section) ?? 0) + 1);
    }
  }
  if (before !== undefined && added.size === 0) return { text: before, added };
  return { text: document.toString({ lineWidth: 0 }), added };
}
