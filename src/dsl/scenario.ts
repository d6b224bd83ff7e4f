import * as scenarios from "../catalog/apps/scenarios.ts";
import { catalog } from "../catalog/catalog.ts";
import type { Fields, InputOf, OutputOf } from "../catalog/field.ts";
import { fieldList } from "../catalog/form.ts";
import type { ModuleKind } from "../catalog/module.ts";
import { keyword, property } from "../iml/build.ts";
import type { AuthoredModule, AuthoredScenario } from "../model/authored.ts";
import type { Ref } from "../model/expression.ts";
import { moduleReferences } from "../model/mappings.ts";
import { buildScenario, type Module } from "../model/scenario.ts";
import { feederOf, type Viewpoint, type Visibility, viewpoint, visibility } from "../model/visibility.ts";
import { mainFlow } from "./build-flow.ts";
import { createBuild } from "./draft.ts";
import type { Flow, StepOptions } from "./flow.ts";
import { refuseAsync } from "./flow-builder.ts";
import { createMistakes, type Mistakes } from "./mistakes.ts";
import { authorPosition } from "./position.ts";
import { ref } from "./ref.ts";
import { scheduleOf, type When } from "./schedule.ts";
import { type Settings, scenarioSettings } from "./settings.ts";

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
  const complain = (message: string, help?: string): void => mistakes.add(message, position, help);
  const slug = slugOf(name);
  if (slug === "")
    complain("The scenario has no name", "Name it with letters or digits: its files are called by the name");
  if (name.length > 120) complain(`The name has ${name.length} characters; Make takes 120`, "Shorten it");
  if ((settings.description ?? "").length > 240)
    complain("The description is longer than the 240 characters that Make takes", "Shorten it");

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
  checkReferences(done, mistakes);
  const kind = first && catalog.find(first.module, first.version)?.kind;
  const when = settings.schedule ?? defaultSchedule(kind);
  checkStart(when, kind, complain);
  const schedule = scheduleOf(when, complain);
  const switches = scenarioSettings(settings as Settings, complain);
  mistakes.throwIfAny();

  const made: Scenario<InputOf<Inputs>, OutputOf<Outputs>> = {
    kind: "scenario",
    name,
    slug,
    ...(settings.description === undefined ? {} : { description: settings.description }),
    flow: done,
    settings: switches,
    notes: build.notes,
    schedule,
    inputs: fieldList(settings.inputs ?? {}),
    outputs: fieldList(settings.outputs ?? {}),
    ...(position ? { position } : {}),
  };
  scenariosMade.add(made);
  return made;
}

const scenariosMade = new WeakSet<object>();

/** Whether a value was made by `scenario()`: what merely looks like one was never checked. */
export const isScenario = (value: unknown): value is AuthoredScenario =>
  typeof value === "object" && value !== null && scenariosMade.has(value);

/** Lower case with dashes: the name of the scenario's files. */
const slugOf = (name: string): string =>
  name
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, "-")
    .replaceAll(/^-|-$/gu, "");

function defaultSchedule(kind: ModuleKind | undefined): When {
  if (kind === "instant trigger") return "immediately";
  return kind === "starter" ? "on demand" : { every: { minutes: 15 } };
}

/** A trigger that asks at intervals cannot start a scenario at once. Of a raw one, nobody knows how it starts. */
function checkStart(when: When, kind: ModuleKind | undefined, complain: (message: string, help: string) => void): void {
  const immediate = when === "immediately" || (typeof when === "object" && "immediately" in when);
  if (immediate && kind !== undefined && kind !== "instant trigger")
    complain(
      "The scenario is to start immediately, but no webhook starts it",
      "Give it an interval: { every: { minutes: 15 } }",
    );
}

/** Every output that is used must come from a step on the way to where it is used. */
function checkReferences(flow: readonly AuthoredModule[], mistakes: Mistakes): void {
  const tree = buildScenario({ name: "", flows: [{ pointer: "/flow", modules: flow }] });
  for (const module of tree.modules) {
    const seen = new Set<number>();
    const check = (from: Viewpoint, id: number): void => {
      const found = visibility(tree, from, id);
      if (found.kind === "visible" || found.kind === "failed" || seen.has(id)) return;
      seen.add(id);
      const { message, help } = explain(found, nameOf(module), id);
      mistakes.add(message, (module.source as unknown as AuthoredModule).position, help);
    };
    for (const { reference, in: text } of moduleReferences(module)) check(text.from, reference.root.id);
    const feeder = feederOf(module);
    if (feeder !== undefined) check(viewpoint(module), feeder);
  }
}

const nameOf = (module: Module): string => (module.source as unknown as AuthoredModule).name ?? module.type;

function explain(found: Visibility, reader: string, id: number): { readonly message: string; readonly help: string } {
  if (found.kind === "missing") {
    if (id > 0) {
      return {
        message: `\`${reader}\` names module ${id} by its number, which is given when the scenario is printed`,
        help: `Put the step's own value in: raw.text\`{{myFunction(\${step.field})}}\``,
      };
    }
    return {
      message: `\`${reader}\` uses the output of a step that is not in this scenario`,
      help: "Hand the value over by a webhook, a data store, or the inputs of a sub-scenario",
    };
  }
  const target = nameOf(found.module);
  switch (found.kind) {
    case "self":
      return { message: `\`${reader}\` uses its own output`, help: "Use the output of a step in front of it" };
    case "later":
      return {
        message: `\`${reader}\` uses the output of \`${target}\`, which runs after it`,
        help: `Move \`${target}\` in front of \`${reader}\``,
      };
    case "aggregated":
      return {
        message: `\`${reader}\` uses the output of \`${target}\`, which \`${nameOf(found.aggregator)}\` has collected`,
        help: `Collect the value in \`${nameOf(found.aggregator)}\` and use it from there`,
      };
    default:
      return {
        message: `\`${reader}\` uses the output of \`${target}\`, which stands in another route`,
        help: "Only steps on the way to a step can be used in it; keep the value in a variable or a data store, or merge the branches",
      };
  }
}
