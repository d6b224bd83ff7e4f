// Typed declarations for modules that the catalogue does not know, from what exports say of them.

import { apps } from "../catalog/apps.generated.ts";
import { catalog } from "../catalog/catalog.ts";
import { hitlModuleOf } from "../catalog/hitl/app.ts";
import type { ModuleDeclaration } from "../catalog/module.ts";
import { appOf, type Module } from "../model/scenario.ts";
import { API } from "./imports.ts";
import { declareApp } from "./learnt-app-code.ts";
import { describeDeclaration, describeModule, learnableVersion, type ModuleDescription } from "./learnt-module.ts";
import { compare } from "./learnt-type.ts";
import { createIdentifiers, dashed } from "./names.ts";

export interface LearntModule {
  /** What authors call it: the name that its file exports. */
  readonly name: string;
  readonly declaration: ModuleDeclaration;
}

export interface LearntApp {
  /** `airtable.ts`: no other app's, and safe on every file system. */
  readonly fileName: string;
  /** The identifier that those who import the file use. */
  readonly namespace: string;
  /** The TypeScript that declares the modules. */
  readonly code: string;
  readonly modules: readonly LearntModule[];
}

/**
 * Learns declarations from modules of exports, app by app. Modules that are `known` need none. `before` is what was
 * learnt earlier: the exports behind it need not be at hand. The order of modules and declarations does not matter.
 */
export function learnModules(
  modules: Iterable<Module>,
  known: (module: string, version: number) => boolean,
  before: readonly ModuleDeclaration[] = [],
): readonly LearntApp[] {
  const found = new Map<string, { readonly version: number; readonly modules: Module[]; before?: ModuleDescription }>();
  const entry = (module: string, version: number) => {
    if (known(module, version) || hitlModuleOf(module) !== undefined) return undefined;
    const id = `${version} ${module}`;
    const there = found.get(id) ?? { version, modules: [] };
    found.set(id, there);
    return there;
  };
  for (const declaration of before) {
    const there = entry(declaration.module, declaration.version);
    if (there) there.before = describeDeclaration(declaration);
  }
  for (const module of modules) {
    const version = learnableVersion(module);
    if (version !== undefined) entry(module.type, version)?.modules.push(module);
  }
  const byApp = new Map<string, ModuleDescription[]>();
  for (const { version, modules: seen, before: earlier } of found.values()) {
    const description = describeModule(version, seen, earlier);
    if (description === undefined) continue;
    const slug = appOf(description.module);
    byApp.set(slug, [...(byApp.get(slug) ?? []), description]);
  }
  const takeFile = fileNames();
  const namespaces = createIdentifiers([...API, ...Object.keys(apps)]);
  return [...byApp]
    .sort(([a], [b]) => compare(a, b))
    .map(([slug, descriptions]) => ({
      fileName: takeFile(slug),
      namespace: namespaces.take(slug.replace(/^app#/u, ""), "App"),
      ...declareApp(slug, appName(slug), descriptions.sort(byModule)),
    }));
}

const byModule = (a: ModuleDescription, b: ModuleDescription): number =>
  compare(a.module, b.module) || b.version - a.version;

/** The app's name where the catalogue has it, otherwise what its slug says: `pdf-co` is Pdf Co. */
function appName(slug: string): string {
  const known = catalog.modules.find(({ module }) => appOf(module) === slug)?.app;
  const words = dashed(slug.replace(/^app#/u, "")).split("-");
  return known ?? (words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ") || slug);
}

/** Names that Windows keeps for devices. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;
const LONGEST_NAME = 60;

function fileNames(): (slug: string) => string {
  const taken = new Set<string>();
  return (slug) => {
    const plain = dashed(slug.replace(/^app#/u, ""))
      .replaceAll(/[^a-z0-9-]/gu, "")
      .slice(0, LONGEST_NAME)
      .replaceAll(/^-+|-+$/gu, "");
    const base = plain === "" || DEVICES.test(plain) ? `${plain}-app`.replace(/^-/u, "") : plain;
    let name = base;
    for (let count = 2; taken.has(name); count++) name = `${base}-${count}`;
    taken.add(name);
    return `${name}.ts`;
  };
}
