import { connectedModules } from "../../../model/connected-modules.ts";
import { mappings } from "../../../model/mappings.ts";
import { describeModule, modulePlace } from "../../../model/module-place.ts";
import { type Flow, type Module, previous } from "../../../model/scenario.ts";
import { isFilter } from "../../comparisons.ts";
import { modulesBehind } from "../../modules-behind.ts";
import { defineFlowRule } from "../../review-flow-rule.ts";
import { writes } from "../../writes.ts";

// That a part of the work is done without a review is mostly meant: small sums, known customers. It is not where the very same
// is done to a bundle for which a person is asked.

export const hitlUnreviewedBypass = defineFlowRule({
  id: "hitl/unreviewed-bypass",
  gravity: "advice",
  summary: "What waits for an answer in one place is done without one in another place, to the same bundle",

  messages: {
    bypass: (d: { module: string; reviewed: string }) =>
      `\`${d.module}\` does what \`${d.reviewed}\` does after a review, without waiting for one`,
  },

  check({ requests, sources, reads, scenario, catalog, report }) {
    if (!sources.some(({ request }) => request)) return;
    const asking = new Set(requests.map((request) => request.module));
    const waiting = modulesBehind(scenario, (module) => sources.some((source) => source.module === module));
    const doing = new Map<string, Module[]>();
    for (const module of connectedModules(scenario)) {
      const what = writes(module, catalog) && !asking.has(module) ? deedOf(module) : undefined;
      if (what !== undefined) doing.set(what, [...(doing.get(what) ?? []), module]);
    }
    for (const same of doing.values()) {
      const early = same.filter((module) => !waiting.has(module));
      if (early.length === same.length) continue;
      for (const module of early) {
        const source = sources.find(({ request }) => request && runsWith(module, request.module));
        const reviewed = source && same.find((other) => waiting.has(other) && isDecided(other, source.module));
        if (!source?.request || reviewed === undefined) continue;
        report("bypass", {
          at: modulePlace(module),
          data: { module: describeModule(module), reviewed: describeModule(reviewed) },
          help: "Remove it, or move it behind the answer",
          related: [
            { message: "This waits for the answer", at: modulePlace(reviewed) },
            { message: "The review is asked for here", at: modulePlace(source.request.module) },
          ],
        });
      }
    }

    /** Whether an answer decides on the way from its source to a module. */
    function isDecided(module: Module, source: Module): boolean {
      const asks = (reader: Module | undefined, domain: string): boolean =>
        reads.some(
          (read) => read.of.module === source && read.reader === reader && read.reference.in.domain === domain,
        );
      for (let at: Module | undefined = module; at && at !== source; at = previous(at) ?? at.flow.owner) {
        if (asks(at, "filter") || (at.flow.kind === "branch" && asks(at.flow.owner, "branch"))) return true;
      }
      return false;
    }
  },
});

/** What a module does, in a form that can be compared; nothing when it does the same whatever the bundle is. */
function deedOf(module: Module): string | undefined {
  const mapped = mappings(module).filter(({ domain }) => domain === "mapper");
  if (mapped.length === 0 || mapped.some(({ text }) => text === undefined)) return undefined;
  const { type, source } = module;
  return JSON.stringify([type, source.parameters, source.mapper]);
}

/** Whether a module runs for each bundle that a review is asked for, or when asking fails. */
function runsWith(module: Module, request: Module): boolean {
  const way = new Map<Flow, Module>();
  for (let at: Module | undefined = request; at; at = at.flow.owner) way.set(at.flow, at);
  for (let at = module; ; ) {
    const meeting = way.get(at.flow);
    if (meeting !== undefined && at.position < meeting.position) return at === module;
    if (meeting === at) return true;
    const { flow } = at;
    if (!isOpen(flow.modules.slice(meeting ? meeting.position + 1 : 0, at.position + 1))) return false;
    if (meeting !== undefined) return meeting === request;
    const { owner } = flow;
    if (owner === undefined || !(isTaken(flow, owner) || (flow.kind === "handler" && owner === request))) return false;
    at = owner;
  }
}

/** Whether nothing on the way holds a bundle up. */
const isOpen = (modules: readonly Module[]): boolean => modules.every(({ source }) => !isFilter(source.filter));

/** Whether a route takes every bundle, beside what the others take. */
const isTaken = (flow: Flow, owner: Module): boolean =>
  flow.kind === "route" && flow.source?.disabled !== true && owner.source.parameters?.else === undefined;
