import type { JsonObject } from "../blueprint/blueprint.ts";
import type { Fields } from "../catalog/field.ts";
import { isObject } from "../util/is-object.ts";
import { checkOptions } from "./check-options.ts";
import { ANYTHING, NUMBER, numberOf, OBJECT, type OptionKind, SWITCH, TEXT } from "./option-kinds.ts";
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

const COUNT = {
  ...numberOf({ type: "uinteger", label: "How often", min: 1 }),
  words: "a whole number, 1 or more",
};
const FIELDS: OptionKind = {
  words: 'fields: { name: field.text("Name").required() }',
  fits: (value) => isObject(value) && Object.values(value).every((field) => isObject(field) && "spec" in field),
};

const OPTIONS: Readonly<Record<keyof Settings, OptionKind>> = {
  description: TEXT,
  schedule: ANYTHING,
  inputs: FIELDS,
  outputs: FIELDS,
  maxCycles: COUNT,
  maxConsecutiveErrors: COUNT,
  autoCommit: SWITCH,
  commitTriggerLast: SWITCH,
  sequential: SWITCH,
  slots: { words: "a number, or null", fits: (value) => value === null || NUMBER.fits(value) },
  confidential: SWITCH,
  allowDataLoss: SWITCH,
  storeIncompleteExecutions: SWITCH,
  freshVariables: SWITCH,
  further: OBJECT,
  suppress: ANYTHING,
};

/** Complains about settings that nothing knows, or that are of another type. */
export const checkSettings = (settings: unknown, complain: (message: string, help: string) => void): boolean =>
  checkOptions("the scenario", settings, OPTIONS, complain);

/** What authors call the settings of `metadata.scenario`, in the editor's order, and what Make does without a word. */
const IN_BLUEPRINT = {
  roundtrips: ["maxCycles", 1],
  maxErrors: ["maxConsecutiveErrors", 3],
  autoCommit: ["autoCommit", true],
  autoCommitTriggerLast: ["commitTriggerLast", true],
  sequential: ["sequential", false],
  slots: ["slots", null],
  confidential: ["confidential", false],
  dataloss: ["allowDataLoss", false],
  dlq: ["storeIncompleteExecutions", false],
  freshVariables: ["freshVariables", false],
} as const satisfies Readonly<Record<string, readonly [keyof Settings, unknown]>>;

/** What an author calls a setting of `metadata.scenario`. */
export const settingName = (key: string): keyof Settings | undefined =>
  Object.hasOwn(IN_BLUEPRINT, key) ? IN_BLUEPRINT[key as keyof typeof IN_BLUEPRINT][0] : undefined;

/** `metadata.scenario`. */
export const scenarioSettings = (settings: Settings): JsonObject => ({
  ...Object.fromEntries(
    Object.entries(IN_BLUEPRINT).map(([key, [name, otherwise]]) => [key, settings[name] ?? otherwise]),
  ),
  ...settings.further,
});
