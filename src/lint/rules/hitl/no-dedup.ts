import type { Catalog } from "../../../catalog/catalog.ts";
import { connectedModules } from "../../../model/connected-modules.ts";
import { isInside } from "../../../model/is-inside.ts";
import { describeModule, modulePlace } from "../../../model/module-place.ts";
import type { Module } from "../../../model/scenario.ts";
import { asText } from "../../../util/as-text.ts";
import { modulesBehind } from "../../modules-behind.ts";
import { defineFlowRule } from "../../review-flow-rule.ts";

export const hitlNoDedup = defineFlowRule({
  id: "hitl/no-dedup",
  gravity: "risky",
  summary: "An answer that is delivered twice is acted on twice",

  messages: {
    twice: (d: { module: string }) =>
      `\`${d.module}\` does the same again when HITL.sh delivers an answer for a second time`,
  },

  check({ sources, reads, scenario, catalog, report }) {
    const isStarted = ({ flow, position }: Module): boolean => flow.kind === "main" && position === 0;
    if (!sources.some(({ how, module }) => how === "callback" && isStarted(module))) return;
    // A step that notes the id beside of what it does looks at nothing.
    const looking = new Set(
      reads.flatMap(({ field, reader, reference }) => {
        const asks = reference.in.domain === "filter" || reference.in.domain === "branch";
        return field === "request_id" && (asks || !isIrreversible(reader, catalog)) ? [reader] : [];
      }),
    );
    const checked = modulesBehind(scenario, (module) => looking.has(module));
    // One look at the beginning is enough for all that follows, so one finding is, too.
    const first = connectedModules(scenario).find(
      (module) => isIrreversible(module, catalog) && !checked.has(module) && !isInside(module, "handler"),
    );
    if (first === undefined) return;
    report("twice", {
      at: modulePlace(first),
      data: { module: describeModule(first) },
      help: "Look `request_id` up before, where the request was noted or in a data store, and stop when it is done",
    });
  },
});

/** Whether a module does something outside of the scenario that a second run does once more. */
function isIrreversible(module: Module, catalog: Catalog): boolean {
  const declaration = catalog.find(module.type, module.version);
  if (!declaration?.writes || declaration.repeatable || declaration.transactional) return false;
  return !/^(?:get|head|options|put|delete)$/i.test(asText(module.source.mapper?.method));
}
