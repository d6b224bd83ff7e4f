import * as scenarios from "../catalog/apps/scenarios.ts";
import { catalog } from "../catalog/catalog.ts";
import type { Fields, InputOf, OutputOf } from "../catalog/field.ts";
import { fieldList } from "../catalog/form.ts";
import type { ModuleKind } from "../catalog/module.ts";
import { keyword, property } from "../iml/build.ts";
import type { AuthoredScenario } from "../model/authored.ts";
import type { Ref } from "../model/expression.ts";
import { buildScenario } from "../model/scenario.ts";
import type { Schedule } from "../model/schedule.ts";
import { isObject } from "../util/is-object.ts";
import { mainFlow } from "./build-flow.ts";
import { checkReferences } from "./check-references.ts";
import { checkSchedule } from "./check-schedule.ts";
import { createBuild } from "./draft.ts";
import type { Flow, StepOptions } from "./flow.ts";
import { refuseAsync } from "./flow-builder.ts";
import { createMistakes } from "./mistakes.ts";
import { inWords } from "./option-kinds.ts";
import { authorPosition } from "./position.ts";
import { ref } from "./ref.ts";
import { NAME_IT, remember, slugOf } from "./registry.ts";
import { scheduleOf, type When } from "./schedule.ts";
import { checkSettings, type Settings, scenarioSettings } from "./settings.ts";
import { suppressions } from "./suppress.ts";

type Complain = (message: string, help?: string) => void;

declare const contract: unique symbol;

/** A scenario. `Inputs` and `Outputs` are what callers give and get. */
export interface Scenario<Inputs = unknown, Outputs = unknown> extends AuthoredScenario {
  readonly [contract]?: { readonly inputs: Inputs; readonly outputs: Outputs };
}

/** The steps of a scenario that may be called by others. */
export interface ScenarioFlow<Outputs extends Fields> extends Flow {
  /** Hands the scenario's outputs to the one that called it. */
  returnOutputs(name: string, outputs: InputOf<Outputs>, options?: StepOptions): void;
}

/**
 * A scenario of Make, from its trigger to its last step. Throws one error with everything that is wrong: where, and
 * what to do about it.
 *
 * @example
 * export const greet = scenario("Greet new customers", { schedule: { every: { minutes: 15 } } }, (flow) => {
 *   const row = flow.trigger("New customer", googleSheets.watchRows({ … }));
 *   flow.step("Say hello", gmail.sendAnEmail({ …, subject: iml`Welcome, ${row["0"]}!` }), { onError: onError.ignore() });
 * });
 */
export function scenario<
  const Inputs extends Fields = Record<never, never>,
  const Outputs extends Fields = Record<never, never>,
>(
  name: string,
  settings: Settings<Inputs, Outputs>,
  steps: (flow: ScenarioFlow<Outputs>, inputs: Ref<OutputOf<Inputs>>) => void,
): Scenario<InputOf<Inputs>, OutputOf<Outputs>> {
  const position = authorPosition();
  const mistakes = createMistakes();
  const complain: Complain = (message, help) => mistakes.add(message, position, help);
  checkParts(name, settings, steps, complain);
  // Without a name, settings and steps there is nothing to look at.
  if (typeof name !== "string" || !isObject(settings) || typeof steps !== "function") mistakes.throwIfAny();
  const slug = slugOf(name);
  if (slug === "") complain("The scenario has no name", NAME_IT);
  if (name.length > 120) complain(`The name has ${name.length} characters; Make takes 120`, "Shorten it");
  if ((settings.description ?? "").length > 240)
    complain("The description is longer than the 240 characters that Make takes", "Shorten it");
  checkSettings(settings, complain);

  const build = createBuild(mistakes);
  const { flow, modules } = mainFlow(build);
  const inputs = ref<OutputOf<Inputs>>({ ...keyword("var"), path: [property("input")] });
  const returnOutputs: ScenarioFlow<Outputs>["returnOutputs"] = (stepName, outputs, options = {}) => {
    flow.step(stepName, scenarios.returnData({ outputs }), options);
  };
  try {
    refuseAsync(build, `the scenario \`${name}\``, steps({ ...flow, returnOutputs }, inputs));
  } catch (error) {
    mistakes.addThrown(error);
    mistakes.throwIfAny();
  }
  for (const step of build.later) step();

  const done = modules();
  const [first] = done;
  if (first === undefined) complain(`The scenario \`${name}\` has no steps`, "Give it at least one");
  checkReferences(buildScenario({ name, flows: [{ pointer: "/flow", modules: done }] }), mistakes);
  const kind = first && catalog.find(first.module, first.version)?.kind;
  const schedule = startOf(settings.schedule ?? defaultSchedule(kind), kind, complain);
  const suppressed = suppressions("the scenario", settings.suppress, position, mistakes.add);
  mistakes.throwIfAny();

  const made: Scenario<InputOf<Inputs>, OutputOf<Outputs>> = {
    kind: "scenario",
    name,
    slug,
    ...(settings.description === undefined ? {} : { description: settings.description }),
    flow: done,
    settings: scenarioSettings(settings as Settings),
    notes: build.notes,
    schedule,
    inputs: fieldList(settings.inputs ?? {}),
    outputs: fieldList(settings.outputs ?? {}),
    ...(suppressed.length > 0 ? { suppressions: suppressed } : {}),
    ...(position ? { position } : {}),
  };
  remember(made);
  return made;
}

function defaultSchedule(kind: ModuleKind | undefined): When {
  if (kind === "instant trigger") return "immediately";
  return kind === "starter" ? "on demand" : { every: { minutes: 15 } };
}

const SHAPE = "Write `scenario(name, settings, (flow) => { … })`: without settings, `{}`";

/** Complains about what is missing of a scenario, or stands in another one's place. */
function checkParts(name: unknown, settings: unknown, steps: unknown, complain: Complain): void {
  if (typeof name !== "string") complain(`\`scenario\` begins with a name, not with ${inWords(name)}`, SHAPE);
  else if (typeof settings === "function") complain("The settings are missing before the steps", SHAPE);
  else if (!isObject(settings)) complain(`The settings of the scenario are ${inWords(settings)}`, SHAPE);
  else if (typeof steps !== "function") complain("The scenario has no steps", SHAPE);
}

/** When the scenario starts. */
function startOf(when: unknown, kind: ModuleKind | undefined, complain: Complain): Schedule {
  if (!checkSchedule(when, complain)) return { type: "on-demand" };
  checkStart(when, kind, complain);
  return scheduleOf(when, complain);
}

/** A trigger that asks at intervals cannot start a scenario at once. Of a raw one, nobody knows how it starts. */
function checkStart(when: When, kind: ModuleKind | undefined, complain: Complain): void {
  const immediate = when === "immediately" || (typeof when === "object" && "immediately" in when);
  if (immediate && kind !== undefined && kind !== "instant trigger")
    complain(
      "The scenario is to start immediately, but no webhook starts it",
      "Give it an interval: { every: { minutes: 15 } }",
    );
}
