import { tools, webhooks } from "../../src/apps.ts";
import type { Blueprint, ModuleObject } from "../../src/blueprint/blueprint.ts";
import { compile } from "../../src/compile/compile.ts";
import { formatProblem, ProblemError } from "../../src/diagnostics/diagnostic.ts";
import type { ScenarioFlow } from "../../src/dsl/scenario.ts";
import { type Settings, scenario, webhook } from "../../src/index.ts";
import type { Environment } from "../../src/model/environment.ts";

/** An environment with these values and no others. */
export const environment = (given: Partial<Environment> = {}): Environment => ({
  name: "test",
  path: "environments/test.yaml",
  modules: "app",
  connections: {},
  keys: {},
  webhooks: { in: { id: 1, url: "https://hook.example.com/in" } },
  dataStores: {},
  dataStructures: {},
  scenarios: {},
  values: {},
  moduleIds: {},
  ...given,
});

type Steps = (flow: ScenarioFlow<Record<never, never>>) => void;

/** The blueprint that these steps are printed as. */
export const blueprintOf = (steps: Steps, settings: Settings = {}, given: Partial<Environment> = {}): Blueprint =>
  compile(scenario("Test", settings as Settings<never, never>, steps), environment(given)).blueprint;

/** The modules of the main flow, without what only the editor needs. */
export const modulesOf = (steps: Steps, given: Partial<Environment> = {}): readonly unknown[] =>
  blueprintOf(steps, {}, given).flow.map(bare);

/** The last module of the main flow: mostly the one that a test speaks of. */
export const lastModule = (steps: Steps, given: Partial<Environment> = {}): unknown => modulesOf(steps, given).at(-1);

/** What a step of one value has in its mapper. */
export const written = (value: unknown, given: Partial<Environment> = {}): unknown => {
  const module = lastModule((flow) => void flow.step("Value", tools.compose({ value: value as string })), given);
  return (module as ModuleObject).mapper?.value;
};

/** A trigger with fields of every type. */
export interface Order {
  readonly id: number;
  readonly note: string;
  readonly state: "open" | "closed";
  readonly paid: boolean;
  readonly at: Date;
  readonly customer: { readonly email: string; readonly "first name": string };
  readonly lines: readonly { readonly sku: string; readonly amount: number }[];
  readonly tags: readonly string[];
}
export const order = webhooks.customWebhook<Order>({ webhook: webhook("in") });

/** A step without meaning. */
export const wait = tools.sleep({ duration: 1 });

/** What an author reads who wrote these steps, without the path in front of each line. */
export function mistakesOf(write: () => unknown): readonly string[] {
  try {
    write();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(({ message, help }) =>
      formatProblem({ message, ...(help === undefined ? {} : { help }) }),
    );
  }
  return [];
}

/** The mistakes in the steps of a scenario. */
export const mistakesIn = (steps: Steps, settings: Settings = {}): readonly string[] =>
  mistakesOf(() => scenario("Test", settings as Settings<never, never>, steps));

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (key === "metadata" ? [] : [[key, bare(inner)]])),
  );
}
