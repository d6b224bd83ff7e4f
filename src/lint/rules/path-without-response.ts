import type { JsonPlace } from "../../diagnostics/diagnostic.ts";
import { connectedModules } from "../../model/connected-modules.ts";
import { isInside } from "../../model/is-inside.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import type { Flow, Module } from "../../model/scenario.ts";
import { defineRule } from "../rule.ts";
import { earlierResponses, lastAnswers } from "../webhook-responses.ts";

/** Some requests are answered, but those that go down this branch are not. */
export const pathWithoutResponse = defineRule({
  id: "path-without-response",
  category: "configuration",
  summary: "A request is answered on some branches and not on others, where the caller gets `200 Accepted`",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",

  messages: {
    branch: (d: { module: string }) => `Branches of \`${d.module}\` answer the request, but this one does not`,
    fallback: (d: { module: string }) =>
      `Routes of \`${d.module}\` answer the request, but the fallback route does not`,
  },

  check({ scenario, report }) {
    if (scenario.flows[0]?.modules[0]?.type !== "gateway:CustomWebHook") return;
    const modules = connectedModules(scenario);
    const earlier = earlierResponses(modules);
    const answers = lastAnswers(modules);

    for (const module of modules) {
      const ways = module.branches.length > 0 ? module.branches : module.routes;
      if (!ways.some((flow) => answers.has(flow))) continue;
      const isAnsweredBehind = (answers.get(module.flow) ?? -1) > module.position;
      // Handlers and tools of agents answer when they have to.
      if (earlier.has(module) || isAnsweredBehind || isInside(module, "handler") || isInside(module, "tool")) continue;
      for (const flow of ways) {
        if (answers.has(flow) || flow.source?.disabled === true || !isAlone(module, flow)) continue;
        report(flow.kind === "branch" ? "branch" : "fallback", {
          at: placeOf(flow),
          data: { module: describeModule(module) },
          help: "End it with a Webhook response too, so that every caller learns what became of the request",
        });
      }
    }
  },
});

/** Whether a bundle that goes this way goes no other: true of branches, and of the fallback of a router. */
const isAlone = (owner: Module, flow: Flow): boolean =>
  flow.kind === "branch" || owner.source.parameters?.else === flow.index;

/** What ends without an answer: the last module, or the list that has none. */
function placeOf({ modules, pointer }: Flow): JsonPlace {
  const last = modules.at(-1);
  return last ? modulePlace(last) : { pointer };
}
