// The outline: modules with their routes, branches, tools and error handlers.

import { type DocumentSymbol, SymbolKind } from "vscode-languageserver";
import { type Catalog, catalog as declared } from "../catalog/catalog.ts";
import type { ModuleKind } from "../catalog/module.ts";
import type { JsonPlace } from "../diagnostics/diagnostic.ts";
import { modulePlace } from "../model/module-place.ts";
import type { Flow, Module } from "../model/scenario.ts";
import { asText } from "../util/as-text.ts";
import type { Analysis } from "./analysis.ts";
import { rangeOf } from "./position.ts";

export function symbols({ scenario, locate }: Analysis, catalog: Catalog = declared): readonly DocumentSymbol[] {
  if (scenario === undefined) return [];
  return [...scenario.flows.flatMap((flow) => flow.modules.map(ofModule)), ...scenario.orphans.map(ofFlow)];

  function ofModule(module: Module): DocumentSymbol {
    const { type, id, name, pointer, routes, branches, tools, handler } = module;
    const declaration = catalog.find(type, module.version);
    return symbol({
      name: name ?? declaration?.label ?? type,
      detail: `${type} (${asText(id)})`,
      kind: symbolKind(declaration?.kind),
      whole: { pointer },
      shown: modulePlace(module),
      children: [...routes, ...branches, ...tools, ...(handler ? [handler] : [])].map(ofFlow),
    });
  }

  function ofFlow(flow: Flow): DocumentSymbol {
    return symbol({
      name: flowName(flow),
      kind: SymbolKind.Namespace,
      whole: { pointer: flow.pointer },
      shown: { pointer: flow.pointer, key: true },
      children: flow.modules.map(ofModule),
    });
  }

  function symbol({ name, detail, kind, whole, shown, children }: Named): DocumentSymbol {
    const range = rangeOf(locate(whole));
    const selectionRange = rangeOf(locate(shown));
    return {
      name: name.trim() === "" ? "(unnamed)" : name,
      ...(detail === undefined ? {} : { detail }),
      kind,
      // The protocol wants the one inside of the other, and a key stands in front of its value.
      range: isBefore(selectionRange.start, range.start) ? { start: selectionRange.start, end: range.end } : range,
      selectionRange,
      children,
    };
  }
}

interface Named {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  readonly whole: JsonPlace;
  readonly shown: JsonPlace;
  readonly children: DocumentSymbol[];
}

function flowName({ kind, index, source }: Flow): string {
  switch (kind) {
    case "route":
      return `Route ${index + 1}`;
    case "branch":
      return typeof source?.label === "string" && source.label !== "" ? source.label : `Branch ${index + 1}`;
    case "tool":
      return `Tool ${index + 1}`;
    case "handler":
      return "Error handler";
    case "orphan":
      return "Modules that hang on nothing";
    case "main":
      return "Flow";
  }
}

function symbolKind(kind: ModuleKind | undefined): SymbolKind {
  switch (kind) {
    case "polling trigger":
    case "instant trigger":
    case "starter":
      return SymbolKind.Event;
    case "router":
    case "if-else":
    case "merge":
      return SymbolKind.Operator;
    case "iterator":
    case "aggregator":
      return SymbolKind.Array;
    default:
      return SymbolKind.Function;
  }
}

type Point = DocumentSymbol["range"]["start"];
const isBefore = (a: Point, b: Point): boolean => a.line < b.line || (a.line === b.line && a.character < b.character);
