import type { Catalog } from "../catalog/catalog.ts";
import { appOf, type Module } from "../model/scenario.ts";

/**
 * Whether a module changes something outside of the scenario; nothing where the catalogue does not know it. A request
 * with GET or HEAD only asks.
 */
export function writes(module: Module, catalog: Catalog): boolean | undefined {
  const declaration = catalog.find(module.type, module.version);
  if (!declaration?.writes || appOf(module.type) !== "http") return declaration?.writes;
  const method: unknown = module.source.mapper?.method;
  return !(typeof method === "string" && /^(?:get|head)$/i.test(method));
}
