// Writes real ids of modules into an environment. Comments, order and everything else in the file stay.

import { type Document, isMap, parseDocument } from "yaml";
import { ProblemError } from "../../diagnostics/diagnostic.ts";
import { readEnvironment } from "./environment.ts";
import type { RealId } from "./real-ids.ts";

/** The lines that an environment needs. Of several ids for one module, all but the first are comments. */
export function moduleIdLines(ids: readonly RealId[]): string {
  const said = new Set<string>();
  const lines = ids.map(({ assumed, module, version }) => {
    const mark = said.has(assumed) ? "# or: " : "";
    said.add(assumed);
    return `  ${mark}${assumed}: { module: ${module}, version: ${version} }`;
  });
  return ["moduleIds:", ...lines].join("\n");
}

/**
 * The text of an environment with these ids under `moduleIds`. Throws a `ProblemError` when the file is no environment,
 * or when one module has several real ids: they come from different organisations.
 */
export function setModuleIds(
  text: string,
  ids: readonly RealId[],
  path: string,
): { readonly text: string; readonly changed: readonly RealId[] } {
  const before = readEnvironment(text, path).moduleIds;
  const newest = new Map<string, RealId>();
  for (const id of ids) {
    const other = newest.get(id.assumed);
    if (other && other.module !== id.module) throw new ProblemError([ambiguous(path, other, id)]);
    if (!other || other.version < id.version) newest.set(id.assumed, id);
  }
  const changed = [...newest.values()].filter(({ assumed, module, version }) => {
    const there = before[assumed];
    return there?.module !== module || there.version !== version;
  });
  if (changed.length === 0) return { text, changed };

  const document: Document = parseDocument(text, { merge: true });
  if (document.contents === null) document.contents = document.createNode({});
  if (!isMap(document.get("moduleIds", true))) document.set("moduleIds", document.createNode(before));
  for (const { assumed, module, version } of changed)
    document.setIn(["moduleIds", assumed], document.createNode({ module, version }, { flow: true }));
  const written = document.toString({ lineWidth: 0 });
  const result = text.includes("\r\n") ? written.replaceAll(/\r?\n/gu, "\r\n") : written;
  readEnvironment(result, path);
  return { text: result, changed };
}

const ambiguous = (path: string, a: RealId, b: RealId) => ({
  path,
  message: `The exports have two modules for \`${a.assumed}\`: \`${a.module}\` and \`${b.module}\``,
  help: "Give only exports of the organisation that the environment is for",
});
