// Every module's function by the module and its version: those of the catalogue, and those that were learnt.

import { apps } from "../catalog/apps.generated.ts";
import { declarationsOf } from "../catalog/catalog.ts";
import type { Lens } from "../catalog/module.ts";
import { moduleReference } from "../iml/build.ts";
import type { KnownModule } from "./context.ts";

/** The functions of `cyanotype/apps`. */
export const catalogueModules = (): readonly KnownModule[] =>
  Object.entries(apps).flatMap(([namespace, app]) =>
    declarationsOf(app).map(({ name, declaration }) => {
      const { lens } = (app as Readonly<Record<string, (input: object) => { readonly lens?: Lens }>>)[name]?.({}) ?? {};
      return { declaration, from: "cyanotype/apps", namespace, name, ...(lens ? { aliases: aliasesOf(lens) } : {}) };
    }),
  );

/** The names of all files that functions may come from. */
export const catalogueNamespaces = (): readonly string[] => Object.keys(apps);

/** Which fields of an output a lens only gives another name. */
function aliasesOf(lens: Lens): ReadonlyMap<string, string> {
  const output = moduleReference(1);
  return new Map(
    Object.entries(lens).flatMap(([alias, field]) => {
      const found = typeof field === "function" ? field(output) : undefined;
      if (found?.kind !== "reference" || found.path.length !== 1) return [];
      const [segment] = found.path;
      return segment?.kind === "property" ? [[segment.name, alias] as const] : [];
    }),
  );
}

/** Finds a module's function by the module, in exactly this version. Of two, the later one goes first. */
export function findKnown(modules: Iterable<KnownModule>) {
  const known = new Map<string, KnownModule>();
  for (const module of modules) known.set(`${module.declaration.module} ${module.declaration.version}`, module);
  return (type: string, version: number | undefined): KnownModule | undefined => known.get(`${type} ${version}`);
}
