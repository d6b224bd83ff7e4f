import { modulePlace } from "../../../model/module-place.ts";
import { type Module, previous } from "../../../model/scenario.ts";
import { modulesBehind } from "../../modules-behind.ts";
import { defineFlowRule } from "../../review-flow-rule.ts";
import { isSleep, waitingOf } from "../../waiting.ts";

/** ASSUMPTION: Make ends a run after 40 to 45 minutes; the longer of the two counts. */
const LONGEST_RUN = 45 * 60;

export const hitlPollInOneRun = defineFlowRule({
  id: "hitl/poll-in-one-run",
  gravity: "risky",
  summary: "A scenario waits for a review longer than Make lets it run",

  messages: {
    tooLong: (d: { minutes: number }) =>
      `This run waits ${d.minutes} minutes for an answer, but Make ends a run after about ${LONGEST_RUN / 60}`,
  },

  check({ sources, scenario, report }) {
    const asking = new Set(sources.flatMap(({ how, module }) => (how === "status" ? [module] : [])));
    if (asking.size === 0) return;
    const waiting = waitingOf(scenario);
    const isTooLong = (module: Module | undefined): boolean =>
      module !== undefined && (waiting.get(module)?.waited ?? 0) > LONGEST_RUN;
    const late = scenario.modules.filter(
      (module) => isSleep(module) && isTooLong(module) && !isTooLong(beforeOf(module)),
    );
    if (late.length === 0) return;

    // The wait may stand before the question or behind it.
    const behindQuestion = modulesBehind(scenario, (module) => asking.has(module));
    const beforeQuestion = leadingTo(asking);
    for (const sleep of late) {
      if (!behindQuestion.has(sleep) && !beforeQuestion.has(sleep)) continue;
      report("tooLong", {
        at: modulePlace(sleep),
        data: { minutes: Math.floor((waiting.get(sleep)?.waited ?? 0) / 60) },
        help: "Act on the answer in a second scenario that begins with Watch Responses, or that asks on a schedule",
      });
    }
  },
});

const beforeOf = (module: Module): Module | undefined => previous(module) ?? module.flow.owner;

/** The modules on the way to these. */
function leadingTo(modules: Iterable<Module>): ReadonlySet<Module> {
  const found = new Set<Module>();
  for (const module of modules) {
    for (let one: Module | undefined = module; one !== undefined && !found.has(one); one = beforeOf(one))
      found.add(one);
  }
  return found;
}
