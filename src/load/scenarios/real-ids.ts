import { catalog } from "../../catalog/catalog.ts";
import { hitlModuleOf } from "../../catalog/hitl/app.ts";
import type { Module } from "../../model/scenario.ts";

/** A module's real id, for one that the catalogue only assumes. */
export interface RealId {
  /** `hitl:createRequest` */
  readonly assumed: string;
  readonly module: string;
  readonly version: number;
}

/** The real ids of modules whose ids the catalogue only assumes; none where it assumes right. */
export function realIdsOf(modules: readonly Module[]): readonly RealId[] {
  const found = new Map<string, RealId>();
  for (const { type, version } of modules) {
    const assumed = hitlModuleOf(type);
    if (assumed === undefined || version === undefined || !Number.isSafeInteger(version) || version < 0) continue;
    if (assumed === type && catalog.find(type)?.version === version) continue;
    found.set(`${assumed} ${type}@${version}`, { assumed, module: type, version });
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, id]) => id);
}
