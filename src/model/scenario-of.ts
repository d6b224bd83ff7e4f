import type { BlueprintDocument } from "../blueprint/read.ts";
import { buildScenario, type Scenario } from "./scenario.ts";

/** The tree of a document. Copied modules are a fragment without a name. */
export function scenarioOf({ form, flows, root, blueprint }: BlueprintDocument): Scenario {
  const { name, metadata } = blueprint as { readonly name?: unknown; readonly metadata?: unknown };
  return buildScenario({
    name: typeof name === "string" ? name : "",
    isFragment: form === "clipboard",
    flows,
    metadata,
    metadataPointer: `${root}/metadata`,
  });
}
