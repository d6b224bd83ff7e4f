// From an authored scenario to the blueprint that Make imports, for one environment.

import type { Blueprint, CopiedModules, NoteObject } from "../blueprint/blueprint.ts";
import { catalog } from "../catalog/catalog.ts";
import { ProblemError } from "../diagnostics/diagnostic.ts";
import type { AuthoredFragment, AuthoredModule, AuthoredScenario } from "../model/authored.ts";
import type { Environment } from "../model/environment.ts";
import { buildScenario } from "../model/scenario.ts";
import { pointer } from "../util/json-pointer.ts";
import { type Deployment, deployment } from "./deployment.ts";
import { type EditorData, overlaid } from "./editor-data.ts";
import { noteHtml } from "./note-html.ts";
import { type Origin, printFlows } from "./print-flows.ts";

export interface Compiled {
  readonly blueprint: Blueprint;
  /** What the blueprint cannot carry. */
  readonly deployment: Deployment;
  /** Where the author wrote each module, by JSON pointer. */
  readonly origins: ReadonlyMap<string, Origin>;
}

/**
 * Compiles a scenario. `before` is the blueprint of the last time, from which steps keep their ids; `editor` what an
 * export said besides. Throws one `ProblemError` with every symbol that has no value in the environment.
 */
export function compile(
  authored: AuthoredScenario,
  environment: Environment,
  before?: Blueprint,
  editor?: EditorData,
): Compiled {
  const scenario = buildScenario({ name: authored.name, flows: [{ pointer: "/flow", modules: authored.flow }] });
  const printed =
    before &&
    buildScenario({
      name: before.name,
      flows: [{ pointer: "/flow", modules: before.flow }],
      metadata: before.metadata,
    });
  const { flows, finalIds, origins, problems } = printFlows(scenario, environment, { printed, editor });
  if (problems.length > 0) throw new ProblemError(problems);
  const instant = isInstant(authored.flow[0], environment);
  const { flow, ...around } = overlaid(
    {
      name: authored.name,
      flow: [] as Blueprint["flow"],
      metadata: {
        instant,
        version: 1,
        scenario: authored.settings,
        designer: { orphans: [] },
        notes: authored.notes.map(
          (note): NoteObject => ({
            moduleIds: note.moduleIds.map((id) => finalIds.get(id) ?? id),
            content: noteHtml(note.text),
            isFilterNote: note.onFilter,
            metadata: { color: note.color },
          }),
        ),
      },
      ...(authored.inputs.length > 0 || authored.outputs.length > 0
        ? { io: { input_spec: authored.inputs, output_spec: authored.outputs } }
        : {}),
    },
    editor?.blueprint ?? {},
  );
  return {
    blueprint: { ...around, flow: flows.flat() },
    deployment: deployment(authored, instant),
    origins,
  };
}

/** Compiles steps that are to be pasted; like `compile`. */
export function compileFragment(
  { name, flows: chains }: AuthoredFragment,
  environment: Environment,
  before?: CopiedModules,
  editor?: EditorData,
): { readonly blueprint: CopiedModules; readonly origins: Compiled["origins"] } {
  const tree = (flows: readonly (readonly unknown[])[]) =>
    buildScenario({
      name,
      isFragment: true,
      flows: flows.map((modules, index) => ({ pointer: pointer("", "subflows", index, "flow"), modules })),
    });
  const printed = before && tree(before.subflows.map(({ flow }) => flow));
  const { flows, origins, problems } = printFlows(tree(chains), environment, { printed, editor });
  if (problems.length > 0) throw new ProblemError(problems);
  const { subflows, ...around } = overlaid(
    { subflows: [] as CopiedModules["subflows"], metadata: { version: 1 } },
    editor?.blueprint ?? {},
  );
  return { blueprint: { ...around, subflows: flows.map((flow) => ({ flow })) }, origins };
}

/** Whether something outside starts the scenario: that depends on the form in which its trigger is printed. */
function isInstant(first: AuthoredModule | undefined, { modules }: Environment): boolean {
  const printed = modules === "certain" ? (first?.certain ?? first) : first;
  return printed !== undefined && catalog.find(printed.module, printed.version)?.kind === "instant trigger";
}
