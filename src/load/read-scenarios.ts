import { type Problem, ProblemError } from "../diagnostics/diagnostic.ts";
import { buildScenario, type Scenario } from "../model/scenario.ts";
import { scenarioOf } from "../model/scenario-of.ts";
import { findFiles, isScenarioFile, looksLikeBlueprint, SCENARIO_ENDING } from "./find-files.ts";
import { readBlueprintFile } from "./read-blueprint-file.ts";

/** Reads blueprints, and scenarios as they are printed for one environment, as trees. */
export async function readScenarios(
  patterns: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env?: string },
): Promise<{ readonly scenarios: readonly Scenario[]; readonly problems: readonly Problem[] }> {
  const paths = await findFiles(patterns, {
    cwd,
    inFolders: ["**/*.json", `**/*${SCENARIO_ENDING}`],
    wanted: looksLikeBlueprint,
  });
  const scenarios: Scenario[] = [];
  const problems: Problem[] = [];
  for (const path of paths.filter((file) => !isScenarioFile(file))) {
    const result = await readBlueprintFile(path);
    if (result.ok) scenarios.push(scenarioOf(result.document));
    else problems.push(...result.problems);
  }
  const authored = paths.filter(isScenarioFile);
  if (authored.length === 0) return { scenarios, problems };
  const { compileFiles, flowsOf } = await import("./compile-files.ts");
  try {
    const printed = await compileFiles(authored, { out: cwd, ...(env === undefined ? {} : { env }) });
    const [first] = printed;
    for (const { scenario, blueprint, environment } of printed) {
      if (environment.name !== first?.environment.name) continue;
      const { metadata } = blueprint;
      const isFragment = scenario.kind === "fragment";
      scenarios.push(buildScenario({ name: scenario.name, isFragment, flows: flowsOf(blueprint), metadata }));
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    problems.push(...error.problems);
  }
  return { scenarios, problems };
}
