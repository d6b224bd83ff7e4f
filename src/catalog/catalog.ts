import { apps } from "./apps.generated.ts";
import type { ModuleDeclaration } from "./module.ts";

/** What is known about modules. */
export interface Catalog {
  readonly modules: readonly ModuleDeclaration[];
  /** The declaration of a module in this version, or in another one when that version is not declared. */
  find(module: string, version?: number): ModuleDeclaration | undefined;
}

/** Makes a catalogue of declarations; later ones of the same module and version win. */
function createCatalog(declarations: Iterable<ModuleDeclaration>): Catalog {
  const byId = new Map<string, Map<number, ModuleDeclaration>>();
  for (const declaration of declarations) {
    const versions = byId.get(declaration.module) ?? new Map<number, ModuleDeclaration>();
    versions.set(declaration.version, declaration);
    byId.set(declaration.module, versions);
  }
  return {
    modules: [...byId.values()].flatMap((versions) => [...versions.values()]),
    find: (module, version) => {
      const versions = byId.get(module);
      if (versions === undefined) return undefined;
      const exact = version === undefined ? undefined : versions.get(version);
      return exact ?? versions.get(Math.max(...versions.keys()));
    },
  };
}

/** The modules that are declared here. */
export const catalog: Catalog = createCatalog(declarationsOf(apps));

function* declarationsOf(namespaces: Iterable<object>): Generator<ModuleDeclaration> {
  for (const namespace of namespaces) {
    for (const exported of Object.values(namespace)) {
      const declaration: unknown = typeof exported === "function" ? exported.declaration : undefined;
      if (declaration !== undefined) yield declaration as ModuleDeclaration;
    }
  }
}
