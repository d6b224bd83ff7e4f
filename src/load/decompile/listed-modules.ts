// Everything that is known about modules: what the catalogue has, and what was learnt.

import type { ModuleDeclaration } from "../../catalog/module.ts";
import { catalogueModules } from "../../decompile/known-functions.ts";
import { camelCase } from "../../decompile/names.ts";
import { ProblemError } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../util/nearest.ts";
import { readLearntFiles } from "./learnt-files.ts";

export interface ListedModule {
  readonly declaration: ModuleDeclaration;
  /** What authors write: `gmail.sendAnEmail`. */
  readonly call: string;
  /** The file that declares it, when it was learnt. */
  readonly file?: string;
}

/** The modules of the catalogue, then those that were learnt into these folders. */
export async function listedModules(folders: readonly string[]): Promise<readonly ListedModule[]> {
  const known: ListedModule[] = catalogueModules().map(({ declaration, namespace, name }) => ({
    declaration,
    call: `${namespace}.${name}`,
  }));
  for (const folder of folders) {
    const files = await readLearntFiles(folder);
    if (files.length === 0) {
      throw new ProblemError([
        {
          path: folder,
          message: "The folder holds no learnt modules",
          help: "Learn some: cyanotype modules learn 'exports/*.json' --out <folder>",
        },
      ]);
    }
    for (const { path, name: file, modules } of files) {
      for (const { name, declaration } of modules)
        known.push({ declaration, call: `${camelCase(file) || "app"}.${name}`, file: path });
    }
  }
  return known;
}

/** The modules in whose id, app, label or call every word occurs. Throws, with what was meant, when there is none. */
export function searchModules(modules: readonly ListedModule[], words: readonly string[]): readonly ListedModule[] {
  const wanted = words.flatMap((word) => word.toLowerCase().split(/\s+/u)).filter((word) => word !== "");
  const found = modules.filter(({ declaration: { module, app, label }, call }) => {
    const text = [module, app, label, call].join("\n").toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  if (found.length > 0) return found;
  const names = modules.flatMap(({ declaration: { module, app, label }, call }) => [
    ...module.split(":"),
    ...call.split("."),
    app,
    label,
    ...label.split(" "),
    ...app.split(" "),
    module,
    call,
  ]);
  const candidates = [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
  const stray = wanted.find((word) => !candidates.some((name) => name.toLowerCase().includes(word)));
  const [similar] = nearest(stray ?? words.join(" "), candidates);
  throw new ProblemError([
    {
      message: `No module is known for \`${words.join(" ")}\``,
      help: `${similar === undefined ? "" : `Did you mean \`${similar}\`? `}An export of the module teaches it: cyanotype modules learn`,
    },
  ]);
}
