import type { ModuleKind } from "../../catalog/module.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import { schedulingPlace } from "../../model/scheduling.ts";
import { isObject } from "../../util/is-object.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";

/** A schedule that does not fit what starts the scenario. */
export const scheduleMismatch = defineRule({
  id: "schedule-mismatch",
  category: "reliability",
  summary: "The schedule does not fit what starts the scenario",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",

  messages: {
    instant: (d: { trigger: string }) => `\`${d.trigger}\` starts the scenario from outside, but it has a schedule`,
    called: (d: { trigger: string }) => `\`${d.trigger}\` lets other scenarios call this one, but it has a schedule`,
    never: (d: { trigger: string }) =>
      `The scenario is to start when something comes in, but nothing comes in at \`${d.trigger}\``,
  },

  check({ scenario, catalog, report }) {
    const { scheduling } = scenario;
    const trigger = scenario.flows[0]?.modules[0];
    if (scheduling === undefined || trigger === undefined || !isObject(scheduling.value)) return;
    const fault = faultOf(scheduling.value.type, kindOf(trigger, catalog));
    if (fault === undefined) return;
    report(fault.message, {
      at: schedulingPlace(scheduling, "type"),
      data: { trigger: describeModule(trigger) },
      help: fault.help,
      related: [{ message: "This is the first module", at: modulePlace(trigger) }],
    });
  },
});

interface Fault {
  readonly message: "instant" | "called" | "never";
  readonly help: string;
}

function faultOf(type: unknown, kind: ModuleKind | undefined): Fault | undefined {
  const isRegular = typeof type === "string" && REGULAR.has(type);
  if (kind === "instant trigger" && isRegular) {
    return { message: "instant", help: 'Write `{ "type": "immediately" }`, unless requests are to be collected first' };
  }
  if (kind === "starter" && (isRegular || type === "immediately")) {
    return { message: "called", help: 'Write `{ "type": "on-demand" }`: Make lets only such scenarios be called' };
  }
  if (kind !== undefined && kind !== "instant trigger" && type === "immediately") {
    return { message: "never", help: 'Write an interval, such as `{ "type": "indefinitely", "interval": 900 }`' };
  }
  return undefined;
}

const REGULAR: ReadonlySet<string> = new Set(["indefinitely", "once", "daily", "weekly", "monthly", "yearly"]);
