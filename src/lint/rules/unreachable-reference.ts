import type { Catalog } from "../../catalog/catalog.ts";
import type { ModuleKind } from "../../catalog/module.ts";
import { connectedModules } from "../../model/connected-modules.ts";
import { isInside } from "../../model/is-inside.ts";
import { type ModuleReference, moduleReferences } from "../../model/mappings.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import { type Flow, type Module, next, type Scenario } from "../../model/scenario.ts";
import { type Visibility, visibility } from "../../model/visibility.ts";
import { isObject } from "../../util/is-object.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";

// Make resolves a mapping on the way that the bundle came. A module that is in the scenario but not on that way yields
// nothing, without an error: the value is just empty.

interface Names {
  /** The module that is read. */
  readonly module: string;
  /** The module with the mapping. */
  readonly reader: string;
  /** The module that stands between them: an owner of routes, a failing module, an aggregator. */
  readonly other: string;
}

/** A mapping that reads a module whose output does not reach it. */
export const unreachableReference = defineRule({
  id: "unreachable-reference",
  category: "expressions",
  summary: "A mapping reads a module whose output does not reach it",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    self: (d: Names) => `\`${d.module}\` reads its own output`,
    later: (d: Names) => `\`${d.module}\` has not run yet when \`${d.reader}\` reads it`,
    route: (d: Names) => `\`${d.module}\` is on another route than \`${d.reader}\``,
    branch: (d: Names) => `\`${d.module}\` is in a branch that \`${d.reader}\` cannot look into`,
    handler: (d: Names) => `\`${d.module}\` only runs when \`${d.other}\` fails`,
    tool: (d: Names) => `\`${d.module}\` only runs as a tool of \`${d.other}\``,
    orphan: (d: Names) => `\`${d.module}\` hangs on nothing and never runs`,
    aggregated: (d: Names) => `\`${d.module}\` is out of reach behind \`${d.other}\`, which collects its bundles`,
    failed: (d: Names) => `\`${d.module}\` has failed, so only its \`error\` can be read`,
    notFailed: (d: Names) => `\`${d.module}\` has not failed here, so it has no \`error\``,
    noOutput: (d: Names) => `\`${d.module}\` has no output of its own`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      for (const mapped of moduleReferences(module)) {
        const fault = faultOf(mapped, scenario, catalog);
        if (fault === undefined) continue;
        const { kind, target, other = target, help } = fault;
        report(kind, {
          at: mapped.place,
          data: { module: describeModule(target), reader: describeModule(module), other: describeModule(other) },
          help,
          related: [...new Set([target, other])].map((shown) => ({
            message: `This is \`${describeModule(shown)}\``,
            at: modulePlace(shown),
          })),
        });
      }
    }
  },
});

interface Fault {
  readonly kind: Exclude<Visibility["kind"], "visible" | "missing" | "elsewhere"> | Place | "notFailed" | "noOutput";
  readonly target: Module;
  readonly other?: Module;
  readonly help: string;
}

function faultOf(mapped: ModuleReference, scenario: Scenario, catalog: Catalog): Fault | undefined {
  const { module: reader, flow } = mapped.in.from;
  const seen = visibility(scenario, mapped.in.from, mapped.reference.root.id);
  if (seen.kind === "missing") return undefined;

  const { kind, module: target } = seen;
  switch (kind) {
    case "self":
      return { kind, target, help: "Read a module that stands before it" };
    case "later":
      return { kind, target, help: `Move \`${describeModule(target)}\` in front of it, or read another module` };
    case "aggregated":
      return {
        kind,
        target,
        other: seen.aggregator,
        help: `Map the value in \`${describeModule(seen.aggregator)}\` and read it from there`,
      };
    case "failed":
      if (mapped.reference.path.length === 0 || readsError(mapped)) return undefined;
      return { kind, target, help: "Read a module before it, or what it was given itself" };
    case "elsewhere":
      return elsewhere(target, flow);
    case "visible":
      if (hasNoOutput(kindOf(target, catalog))) {
        return { kind: "noOutput", target, help: "Read the module before it" };
      }
      if (readsError(mapped) && isInside(reader, "handler") && !givesError(target)) {
        return { kind: "notFailed", target, help: "Read the `error` of the module that this error handler belongs to" };
      }
      return undefined;
  }
}

const readsError = ({ reference: { path } }: ModuleReference): boolean =>
  path[0]?.kind === "property" && path[0].name === "error";

/** An API's answer may have a field called `error`, and the editor keeps the fields that it has seen. */
function givesError({ source }: Module): boolean {
  const fields: unknown = source.metadata?.interface;
  return Array.isArray(fields) && fields.some((field) => isObject(field) && field.name === "error");
}

const hasNoOutput = (kind: ModuleKind | undefined): boolean => kind === "router" || kind === "if-else";

type Place = "route" | "branch" | "handler" | "tool" | "orphan";

function elsewhere(target: Module, from: Flow): Fault | undefined {
  const around = new Set<Flow>();
  for (let flow: Flow | undefined = from; flow; flow = flow.owner?.flow) around.add(flow);
  // The outermost flow around the target that is not around the reader too.
  let divider = target.flow;
  while (divider.owner && !around.has(divider.owner.flow)) divider = divider.owner.flow;

  const { kind, owner } = divider;
  // Parts of a copy: on the canvas, one may well stand before the other.
  if (kind === "main") return undefined;
  const inSibling = owner?.branches.some((branch) => around.has(branch)) ?? false;
  return { kind, target, ...(owner && { other: owner }), help: adviceOn(kind, owner, inSibling) };
}

function adviceOn(kind: Place, owner: Module | undefined, inSibling: boolean): string {
  switch (kind) {
    case "route":
      return "Move it in front of the router, or hand the value over with Set variable and Get variable";
    case "branch": {
      if (inSibling) return "Read a module of the same branch or one before the if-else: only one branch runs";
      const merge = owner && next(owner);
      return merge?.source.outputs === undefined
        ? "Bring the branches together with a merge, and read its output"
        : `Give the value as an output of \`${describeModule(merge)}\`, and read that`;
    }
    case "handler":
      return "Let the error handler end with Resume, and read the module that it stands in for";
    case "tool":
      return "Read what the agent answers";
    case "orphan":
      return "Connect it in front of this module, or read another one";
  }
}
