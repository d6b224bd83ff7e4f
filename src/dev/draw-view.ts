import { readBlueprint } from "../blueprint/read.ts";
import { maskSecrets } from "../lint/secrets.ts";
import type { BuiltView } from "../load/build-views.ts";
import { scenarioOf } from "../model/scenario-of.ts";
import { formatHtml } from "../render/html.ts";

/** The page that `render --format html --lint` would write. */
export function drawView({ text, name, findings }: BuiltView): string {
  const result = readBlueprint(text);
  if (!result.ok) throw new Error(`What was built cannot be read: ${result.problems[0]?.message}`);
  // Copied modules have no name of their own.
  const scenario = { ...scenarioOf(result.document), name };
  return formatHtml(scenario, { findings, cover: (shown) => maskSecrets(shown, scenario) });
}
