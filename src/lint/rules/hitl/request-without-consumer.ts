import type { JsonPlace } from "../../../diagnostics/diagnostic.ts";
import { connectedModules } from "../../../model/connected-modules.ts";
import { describeModule, modulePlace } from "../../../model/module-place.ts";
import { apiCall, reviewFlow } from "../../review-flow.ts";
import { SEVERITY } from "../../review-request-rule.ts";
import { defineProjectRule } from "../../rule.ts";

/** What Create Request gives besides the ways to find the request again. */
const NO_WAY_BACK = /^(?:status|timeout_at|broadcasted_to|notifications_sent|processing_type|type|priority|msg|error)$/;

interface Facts {
  /** It asks HITL.sh for lists of requests, and so finds every one. */
  readonly lists: boolean;
  readonly unheard: readonly { readonly module: string; readonly at: JsonPlace }[];
}

export const hitlRequestWithoutConsumer = defineProjectRule({
  id: "hitl/request-without-consumer",
  category: "review",
  summary: "A review is asked for, and nothing ever gets to know the answer",
  severity: SEVERITY.risky,
  since: "0.1.0",

  messages: {
    unheard: (d: { module: string }) => `Nothing gets to know the answer to \`${d.module}\``,
  },

  collect({ scenario }): Facts | undefined {
    // What reads the id may have stayed behind when modules were copied.
    if (scenario.isFragment) return undefined;
    const { requests, requestReads } = reviewFlow(scenario);
    const found = new Set(requestReads.flatMap(({ of, field }) => (NO_WAY_BACK.test(field) ? [] : [of])));
    const unheard = requests
      .filter((request) => request.body.kind === "object" && request.body.lacks("callback_url") && !found.has(request))
      .map(({ module }) => ({ module: describeModule(module), at: modulePlace(module) }));
    const lists = connectedModules(scenario).some((module) => {
      const call = apiCall(module);
      return call?.method === "get" && /\/requests\/?$/.test(call.path);
    });
    return lists || unheard.length > 0 ? { lists, unheard } : undefined;
  },

  check(scenarios) {
    if (scenarios.some(({ facts }) => facts.lists)) return;
    for (const { facts, report } of scenarios) {
      for (const { module, at } of facts.unheard) {
        report("unheard", {
          at,
          data: { module },
          help: "Give it the `callback_url` of a scenario that acts on answers, or keep its `request_id` and ask for the status",
        });
      }
    }
  },
});
