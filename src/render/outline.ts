// A scenario as indented text: what happens after what, under which condition, and what when it fails.

import { catalog } from "../catalog/catalog.ts";
import { printable } from "../diagnostics/code-frame.ts";
import { describeConditions, withNames } from "../model/describe-conditions.ts";
import type { Flow, Module, Scenario } from "../model/scenario.ts";
import { asText } from "../util/as-text.ts";
import { isObject } from "../util/is-object.ts";

/** The outline of a scenario, one line for each module. */
export function formatOutline(scenario: Scenario): string {
  const show = withNames(new Map(scenario.modules.map((module) => [module.id, titleOf(module)])));
  const lines = [printable(scenario.name || "Copied modules")];
  for (const flow of scenario.flows) writeFlow(flow, "");
  for (const orphan of scenario.orphans) {
    lines.push("not connected, never runs:");
    writeFlow(orphan, "  ");
  }
  return `${lines.join("\n")}\n`;

  function writeFlow(flow: Flow, indent: string): void {
    flow.modules.forEach((module, index) => {
      const last = index === flow.modules.length - 1;
      const condition = conditionOf(module);
      if (condition !== undefined) lines.push(`${indent}│  if ${condition}`);
      lines.push(`${indent}${last ? "└" : "├"}─ ${describe(module)}`);
      writeChildren(module, `${indent}${last ? "   " : "│  "}`);
    });
  }

  function writeChildren(module: Module, indent: string): void {
    for (const [label, flow] of childrenOf(module)) {
      lines.push(`${indent}${label}`);
      writeFlow(flow, `${indent}  `);
    }
  }

  function conditionOf({ source: { filter }, flow, position }: Module): string | undefined {
    // The condition of a route stands on its first module; the route's own line shows it.
    if (!isObject(filter) || (position === 0 && flow.kind === "route")) return undefined;
    return describeFilter(filter);
  }

  function describeFilter(filter: Readonly<Record<string, unknown>>): string {
    const words = describeConditions(filter.conditions, show);
    return printable(typeof filter.name === "string" && filter.name !== "" ? `${filter.name}: ${words}` : words);
  }

  function childrenOf(module: Module): readonly (readonly [label: string, flow: Flow])[] {
    const fallback = isObject(module.source.parameters) ? module.source.parameters.else : undefined;
    return [
      ...module.routes.map((flow) => [routeLabel(flow, flow.index === fallback), flow] as const),
      ...module.branches.map((flow) => [branchLabel(flow), flow] as const),
      ...module.tools.map((flow) => [`tool ${printable(asText(flow.source?.name ?? ""))}`, flow] as const),
      ...(module.handler ? [["on error", module.handler] as const] : []),
    ];
  }

  function routeLabel(flow: Flow, isFallback: boolean): string {
    const filter = flow.modules[0]?.source.filter;
    const condition = isObject(filter) ? describeFilter(filter) : undefined;
    const label = isFallback
      ? `otherwise${condition === undefined ? "" : `, if ${condition}`}`
      : condition === undefined
        ? "always"
        : `if ${condition}`;
    return flow.source?.disabled === true ? `(disabled) ${label}` : label;
  }

  function branchLabel({ source }: Flow): string {
    const label = source?.type === "else" ? "else" : `if ${describeConditions(source?.conditions, show)}`;
    const name = typeof source?.label === "string" && source.label !== "" ? `${source.label}: ` : "";
    return printable(
      `${source?.disabled === true ? "(disabled) " : ""}${name}${label}${source?.merge === true ? " (merges)" : ""}`,
    );
  }
}

const titleOf = (module: Module): string => module.name ?? labelOf(module);

function labelOf({ type, version }: Module): string {
  const declaration = catalog.find(type, version);
  return declaration ? declaration.label : type;
}

function describe(module: Module): string {
  const declaration = catalog.find(module.type, module.version);
  const what = declaration ? `${declaration.app} › ${declaration.label}` : module.type;
  return printable(
    module.name === undefined ? `${what} (${asText(module.id)})` : `${module.name} (${asText(module.id)}) · ${what}`,
  );
}
