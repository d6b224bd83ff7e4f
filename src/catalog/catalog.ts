import { apps } from "./apps.generated.ts";
import type { ModuleDeclaration } from "./module.ts";

/** What is known about modules. */
export interface Catalog {
  readonly modules: readonly ModuleDeclaration[];
  /** The declaration of a module in this version, or in another one when that version is not declared. */
  find(module: string, version?: number): ModuleDeclaration | undefined;
}

/** Makes a catalogue of declarations; later ones of the same module and version win. */
export function createCatalog(declarations: Iterable<ModuleDeclaration>): Catalog {
  const byId = new Map<string, Map<number, ModuleDeclaration>>();
  const newest = new Map<string, ModuleDeclaration>();
  for (const declaration of declarations) {
    const versions = byId.get(declaration.module) ?? new Map<number, ModuleDeclaration>();
    versions.set(declaration.version, declaration);
    byId.set(declaration.module, versions);
    if (declaration.version >= (newest.get(declaration.module)?.version ?? Number.NEGATIVE_INFINITY))
      newest.set(declaration.module, declaration);
  }
  return {
    modules: [...byId.values()].flatMap((versions) => [...versions.values()]),
    find: (module, version) => {
      const last = newest.get(module);
      if (version === undefined || version === last?.version) return last;
      return byId.get(module)?.get(version) ?? last;
    },
  };
}

/** The modules that are declared here. */
export const catalog: Catalog = createCatalog(
  Object.values(apps).flatMap((namespace) => declarationsOf(namespace).map(({ declaration }) => declaration)),
);

/** The modules that a file of declarations exports, by the names that authors call. */
export function declarationsOf(
  namespace: object,
): readonly { readonly name: string; readonly declaration: ModuleDeclaration }[] {
  return Object.entries(namespace).flatMap(([name, exported]) => {
    const declaration: unknown = typeof exported === "function" ? exported.declaration : undefined;
    return declaration === undefined ? [] : [{ name, declaration: declaration as ModuleDeclaration }];
  });
}
