import { CALLS_PER_HOUR } from "../../../catalog/hitl/contract.ts";
import { describeModule, modulePlace } from "../../../model/module-place.ts";
import type { Module, Scenario } from "../../../model/scenario.ts";
import { type Scheduling, schedulingPlace } from "../../../model/scheduling.ts";
import { isObject } from "../../../util/is-object.ts";
import { defineFlowRule } from "../../review-flow-rule.ts";
import { counted } from "../../review-wording.ts";
import { isSleep, sleepOf, type Waiting, waitingOf } from "../../waiting.ts";

export const hitlPollRate = defineFlowRule({
  id: "hitl/poll-rate",
  gravity: "risky",
  summary: "HITL.sh is asked for the state of reviews more often than it answers within an hour",

  messages: {
    tooMany: (d: { module: string; calls: string }) =>
      `\`${d.module}\` runs up to ${d.calls} times in one run, but HITL.sh takes ${CALLS_PER_HOUR} calls an hour`,
    tooOften: (d: { module: string; calls: string }) =>
      `With this schedule, \`${d.module}\` runs up to ${d.calls} times an hour, but HITL.sh takes ${CALLS_PER_HOUR} calls`,
  },

  check({ sources, scenario, report }) {
    if (!sources.some(({ how }) => how === "status")) return;
    const waiting = waitingOf(scenario);
    const isPatient = secondsInLoops(scenario, waiting) * CALLS_PER_HOUR >= 3600;
    const { scheduling } = scenario;
    const perHour = runsPerHour(scheduling);
    for (const { module, how } of sources) {
      if (how !== "status") continue;
      const calls = waiting.get(module)?.most ?? 1;
      const data = { module: describeModule(module), calls: counted(calls) };
      if (calls > CALLS_PER_HOUR && !isPatient) {
        report("tooMany", { at: modulePlace(module), data, help: HELP });
      } else if (scheduling !== undefined && calls * perHour > CALLS_PER_HOUR) {
        const at = schedulingPlace(scheduling, "interval");
        report("tooOften", { at, data: { ...data, calls: counted(Math.floor(calls * perHour)) }, help: HELP });
      }
    }
  },
});

const HELP = "Let HITL.sh send the answer to a `callback_url`, or ask for fewer requests at longer intervals";

/** The time between two calls of a loop, at most: all that sleeps within one. */
const secondsInLoops = (scenario: Scenario, waiting: ReadonlyMap<Module, Waiting>): number =>
  scenario.modules
    .filter((module) => isSleep(module) && (waiting.get(module)?.most ?? 1) > 1)
    .reduce((sum, module) => sum + (sleepOf(module) ?? Number.POSITIVE_INFINITY), 0);

/** How often a scenario starts within an hour; 0 where its file does not say. */
function runsPerHour(scheduling: Scheduling | undefined): number {
  const value = scheduling?.value;
  if (!isObject(value) || value.type !== "indefinitely") return 0;
  return typeof value.interval === "number" && value.interval > 0 ? 3600 / value.interval : 0;
}
