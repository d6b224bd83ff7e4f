import { parseTemplate } from "../../src/iml/parse.ts";
import { templateReferences } from "../../src/iml/references.ts";
import { isObject } from "../../src/util/is-object.ts";

/** A blueprint in which every module has another id, wherever ids are written: beside modules, in mappings, in notes. */
export function renumbered(json: unknown, idOf: (id: number) => number): unknown {
  const renumber = (value: unknown, key: string, of: Readonly<Record<string, unknown>>): unknown => {
    const isId = (key === "id" && typeof of.module === "string") || key === "feeder" || key === "moduleIds";
    if (typeof value === "number") return isId ? idOf(value) : value;
    if (typeof value === "string")
      return key === "target"
        ? value.replace(/^\d+(?=\.)/u, (id) => String(idOf(Number(id))))
        : inMappings(value, idOf);
    if (Array.isArray(value)) return value.map((item: unknown) => renumber(item, key === "moduleIds" ? key : "", {}));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, renumber(item, name, value)]));
  };
  return renumber(json, "", {});
}

function inMappings(text: string, idOf: (id: number) => number): string {
  const parts: string[] = [];
  let from = 0;
  for (const { root } of text.includes("{{") ? templateReferences(parseTemplate(text).template) : []) {
    if (root.kind !== "module" || root.range === undefined) continue;
    const written = text.slice(root.range.start, root.range.end);
    parts.push(text.slice(from, root.range.start), written.replace(/\d+/u, String(idOf(root.id))));
    from = root.range.end;
  }
  return [...parts, text.slice(from)].join("");
}
