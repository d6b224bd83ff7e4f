import type { FoundBlueprint } from "../blueprint/find-blueprint.ts";
import { buildScenario, type Scenario } from "./scenario.ts";
import { schedulingOf } from "./scheduling.ts";

/** The tree of a blueprint in a file. Copied modules are a fragment without a name. */
export function scenarioOf(found: FoundBlueprint & { readonly json?: unknown }): Scenario {
  const { form, flows, root, blueprint } = found;
  const { name, metadata } = blueprint as { readonly name?: unknown; readonly metadata?: unknown };
  return buildScenario({
    name: typeof name === "string" ? name : "",
    isFragment: form === "clipboard",
    flows,
    metadata,
    metadataPointer: `${root}/metadata`,
    scheduling: schedulingOf(found),
  });
}
