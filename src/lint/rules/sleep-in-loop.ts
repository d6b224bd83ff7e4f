import { connectedModules } from "../../model/connected-modules.ts";
import { isInside } from "../../model/is-inside.ts";
import { describeModule, fieldPlace, modulePlace } from "../../model/module-place.ts";
import { iterations } from "../iterations.ts";
import { numberOf, repeatsOf } from "../repeats.ts";
import { defineRule } from "../rule.ts";

/** How long a run may take, in seconds: Make's help says 40 minutes, and 5 in the free plan. */
const LONGEST_RUN = 40 * 60;

/** Waiting for every item of a list: the run may end before the list does. */
export const sleepInLoop = defineRule({
  id: "sleep-in-loop",
  category: "cost",
  summary: "A run waits again for every item",
  severity: { recommended: "off", strict: "info" },
  since: "0.1.0",

  messages: {
    each: (d: { sleep: string; iterator: string }) =>
      `\`${d.sleep}\` waits, and costs a credit, for every item of \`${d.iterator}\``,
    tooLong: (d: { sleep: string; minutes: number }) =>
      `\`${d.sleep}\` waits for ${d.minutes} minutes in all, and a run may take ${LONGEST_RUN / 60}`,
  },

  check({ scenario, catalog, report }) {
    const around = iterations(scenario, catalog);
    for (const sleep of connectedModules(scenario)) {
      const iterator = around.get(sleep)?.iterator;
      if (sleep.type !== "util:FunctionSleep" || iterator === undefined || isInside(sleep, "handler")) continue;
      const seconds = (numberOf(sleep.source.mapper?.duration) ?? 0) * (repeatsOf(iterator) ?? 1);
      const more = {
        at: fieldPlace(sleep, "mapper", "duration"),
        help: "Wait only where the service demands it, or let a schedule work through the items in small portions",
        related: [{ message: "What follows runs once for each item", at: modulePlace(iterator) }],
      };
      const names = { sleep: describeModule(sleep), iterator: describeModule(iterator) };
      if (seconds > LONGEST_RUN) report("tooLong", { data: { ...names, minutes: Math.round(seconds / 60) }, ...more });
      else report("each", { data: names, ...more });
    }
  },
});
