import type { Catalog } from "../catalog/catalog.ts";
import type { ModuleKind } from "../catalog/module.ts";
import type { Module } from "../model/scenario.ts";

/** What a module does in a scenario, where the catalogue knows it. */
export const kindOf = (module: Module, catalog: Catalog): ModuleKind | undefined =>
  catalog.find(module.type, module.version)?.kind;
