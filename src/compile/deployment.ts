import type { JsonObject } from "../blueprint/blueprint.ts";
import type { AuthoredScenario } from "../model/authored.ts";
import type { Schedule } from "../model/schedule.ts";

/**
 * What belongs to a scenario and has no place in a blueprint. In the editor it is set by hand after the import; Make's
 * API takes it beside the blueprint (`scheduling` as JSON text, `interface` with a call of its own).
 */
export interface Deployment {
  readonly version: 1;
  readonly name: string;
  readonly description?: string;
  readonly scheduling: Schedule;
  readonly interface?: { readonly input: readonly JsonObject[]; readonly output: readonly JsonObject[] };
}

/** `instant`: a webhook starts the scenario as printed; Make refuses to activate it with an interval. */
export const deployment = (
  { name, description, schedule, inputs, outputs }: AuthoredScenario,
  instant: boolean,
): Deployment => ({
  version: 1,
  name,
  ...(description === undefined ? {} : { description }),
  scheduling: instant ? withoutInterval(schedule) : schedule,
  ...(inputs.length > 0 || outputs.length > 0 ? { interface: { input: inputs, output: outputs } } : {}),
});

function withoutInterval(schedule: Schedule): Schedule {
  if (schedule.type !== "indefinitely") return schedule;
  const { interval: _, ...limits } = schedule;
  return { ...limits, type: "immediately" };
}
