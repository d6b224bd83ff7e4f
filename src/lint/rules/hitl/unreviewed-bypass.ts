import { connectedModules } from "../../../model/connected-modules.ts";
import { mappings } from "../../../model/mappings.ts";
import { describeModule, modulePlace } from "../../../model/module-place.ts";
import { onTheWay } from "../../../model/on-the-way.ts";
import type { Flow, Module, Scenario } from "../../../model/scenario.ts";
import { isFilter } from "../../comparisons.ts";
import { modulesBehind } from "../../modules-behind.ts";
import type { AnswerSource, FieldRead } from "../../review-flow.ts";
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
    const answering = new Set(sources.map((source) => source.module));
    const waiting = modulesBehind(scenario, (module) => answering.has(module));
    const decider = decidersOf(scenario, reads);
    const doing = new Map<string, Module[]>();
    for (const module of connectedModules(scenario)) {
      const what = writes(module, catalog) && !asking.has(module) ? deedOf(module) : undefined;
      if (what === undefined) continue;
      const same = doing.get(what);
      if (same === undefined) doing.set(what, [module]);
      else same.push(module);
    }
    for (const same of doing.values()) {
      const reviewed = same.find((module) => waiting.has(module) && decider(module)?.request);
      const request = reviewed && decider(reviewed)?.request?.module;
      if (reviewed === undefined || request === undefined) continue;
      for (const module of same) {
        if (waiting.has(module) || !runsWith(module, request)) continue;
        report("bypass", {
          at: modulePlace(module),
          data: { module: describeModule(module), reviewed: describeModule(reviewed) },
          help: "Remove it, or move it behind the answer",
          related: [
            { message: "This waits for the answer", at: modulePlace(reviewed) },
            { message: "The review is asked for here", at: modulePlace(request) },
          ],
        });
      }
    }
  },
});

/** The answer that decided last whether a module runs. */
function decidersOf(
  scenario: Scenario,
  reads: readonly FieldRead<AnswerSource>[],
): (module: Module) => AnswerSource | undefined {
  const byFilter = new Map<Module, AnswerSource>();
  const byBranches = new Map<Module, AnswerSource>();
  for (const { of, field, reader, reference } of reads) {
    // A state that is written down when somebody is asked may be again while nobody has answered.
    if (field !== "response_data") continue;
    if (reference.in.domain === "filter") byFilter.set(reader, of);
    if (reference.in.domain === "branch") byBranches.set(reader, of);
  }
  const before = onTheWay<AnswerSource | undefined>(
    scenario,
    undefined,
    (source, module) => byBranches.get(module) ?? byFilter.get(module) ?? source,
  );
  return (module) => byFilter.get(module) ?? before.get(module);
}

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
