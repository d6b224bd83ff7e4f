// Numbers of modules say nothing to a reader, and another number for the same module is no change. So wherever a value
// names a module, comparing and showing put something else there.

import type { Range } from "../iml/ast.ts";
import { parseOnce } from "../iml/parse-once.ts";
import { templateReferences } from "../iml/references.ts";
import { hasMapping } from "../iml/scan.ts";
import { isObject } from "../util/is-object.ts";

/** What stands for the module with this id. */
export type ModuleWord = (id: number) => string;

/** A text with another word for each module that its mappings read. */
export function replaceModules(text: string, word: ModuleWord): string {
  if (!hasMapping(text)) return text;
  const parts: string[] = [];
  let from = 0;
  for (const { id, start, end } of readsIn(text)) {
    parts.push(text.slice(from, start), word(id));
    from = end;
  }
  return from === 0 ? text : [...parts, text.slice(from)].join("");
}

interface Read extends Range {
  readonly id: number;
}

/** Most texts stand in both states, and are asked for more than once. */
const known = new Map<string, readonly Read[]>();
const MOST_KNOWN = 20_000;

/** Where a text names modules, and which. */
function readsIn(text: string): readonly Read[] {
  let reads = known.get(text);
  if (reads === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    reads = templateReferences(parseOnce(text).template).flatMap(({ root }) =>
      root.kind === "module" && root.range !== undefined ? [{ id: root.id, ...root.range }] : [],
    );
    known.set(text, reads);
  }
  return reads;
}

/** The parameters of an aggregator name its source by number, and where its result goes by number and path. */
const TARGET = /^(\d+)(?=\.)/u;

/** A parameter of an aggregator that names a module, with another word for it; nothing for any other parameter. */
export function replaceInParameter(key: string, value: unknown, word: ModuleWord): string | undefined {
  if (key === "feeder" && typeof value === "number") return word(value);
  if (key !== "target" || typeof value !== "string" || !TARGET.test(value)) return undefined;
  return value.replace(TARGET, (id) => word(Number(id)));
}

/** A text that is the same for two values exactly when they say the same, in whatever order their keys stand. */
export function canonical(value: unknown, word: ModuleWord, isParameters = false): string {
  if (typeof value === "string") return JSON.stringify(replaceModules(value, word));
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item, word)).join(",")}]`;
  if (!isObject(value)) return String(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => {
      const named = isParameters ? replaceInParameter(key, value[key], word) : undefined;
      return `${JSON.stringify(key)}:${named ?? canonical(value[key], word)}`;
    });
  return `{${members.join(",")}}`;
}
