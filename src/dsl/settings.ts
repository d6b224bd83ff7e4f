import type { JsonObject } from "../blueprint/blueprint.ts";
import type { Fields } from "../catalog/field.ts";
import { checkKeys } from "./check-keys.ts";
import type { When } from "./schedule.ts";
import type { Suppress } from "./suppress.ts";

/** A scenario's settings. Each is a switch of Make's editor; the key that the blueprint has for it stands behind. */
export interface Settings<Inputs extends Fields = Fields, Outputs extends Fields = Fields> {
  /** At most 240 characters. It is no part of the blueprint but deployed beside it. */
  readonly description?: string;
  /** Default: immediately behind an instant trigger, on demand behind a sub-scenario's start, else every 15 minutes. */
  readonly schedule?: When;
  /** What callers of the scenario give, as fields: `{ name: field.text("Name").required() }`. */
  readonly inputs?: Inputs;
  /** What the scenario returns to its callers. */
  readonly outputs?: Outputs;
  /** How often the trigger is asked again within one run. `roundtrips`, default 1. */
  readonly maxCycles?: number;
  /** Failed runs in a row until Make turns the scenario off. `maxErrors`, default 3; instant triggers stop at the first. */
  readonly maxConsecutiveErrors?: number;
  /** Commit each module's transaction at once rather than at the end of the cycle. `autoCommit`, default true. */
  readonly autoCommit?: boolean;
  /** Move the trigger's cursor last, so that what failed is read again. `autoCommitTriggerLast`, default true. */
  readonly commitTriggerLast?: boolean;
  /** Wait for the run before, and for its incomplete executions. `sequential`, default false. */
  readonly sequential?: boolean;
  /** Not explained by Make; exports always have null. `slots`. */
  readonly slots?: number | null;
  /** Keep the bundles' contents out of the history. `confidential`, default false. */
  readonly confidential?: boolean;
  /** Drop incomplete executions when their storage is full, rather than turn the scenario off. `dataloss`, default false. */
  readonly allowDataLoss?: boolean;
  /** Store the bundle of a failed run, to be repaired or retried. `dlq`, default false; the Break handler needs it. */
  readonly storeIncompleteExecutions?: boolean;
  /** Not explained by Make; exports always have false. `freshVariables`. */
  readonly freshVariables?: boolean;
  /** Settings as a blueprint has them: they go before the others. */
  readonly further?: JsonObject;
  /** What the linter finds anywhere in the scenario, and why that is fine. Steps have the same for themselves. */
  readonly suppress?: Suppress;
}

const NAMES: readonly (keyof Settings)[] = [
  "description",
  "schedule",
  "inputs",
  "outputs",
  "maxCycles",
  "maxConsecutiveErrors",
  "autoCommit",
  "commitTriggerLast",
  "sequential",
  "slots",
  "confidential",
  "allowDataLoss",
  "storeIncompleteExecutions",
  "freshVariables",
  "further",
  "suppress",
];

/** `metadata.scenario`, in the editor's order. `complain` is told what makes no sense. */
export function scenarioSettings(settings: Settings, complain: (message: string, help: string) => void): JsonObject {
  checkKeys("The scenario", settings, NAMES, complain);
  for (const name of ["maxCycles", "maxConsecutiveErrors"] as const) {
    const value = settings[name] ?? 1;
    if (!Number.isInteger(value) || value < 1) complain(`\`${name}\` is ${value}`, "Give a whole number, 1 or more");
  }
  return {
    roundtrips: settings.maxCycles ?? 1,
    maxErrors: settings.maxConsecutiveErrors ?? 3,
    autoCommit: settings.autoCommit ?? true,
    autoCommitTriggerLast: settings.commitTriggerLast ?? true,
    sequential: settings.sequential ?? false,
    slots: settings.slots ?? null,
    confidential: settings.confidential ?? false,
    dataloss: settings.allowDataLoss ?? false,
    dlq: settings.storeIncompleteExecutions ?? false,
    freshVariables: settings.freshVariables ?? false,
    ...settings.further,
  };
}
