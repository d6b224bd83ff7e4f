import { resolve } from "node:path";
import { type Problem, ProblemError } from "../../diagnostics/diagnostic.ts";
import { buildScenario, type Scenario } from "../../model/scenario.ts";
import { scenarioOf } from "../../model/scenario-of.ts";
import { findFiles, isScenarioFile, looksLikeBlueprint, SCENARIO_ENDING } from "../find-files.ts";
import { readBlueprintFile } from "../read-blueprint-file.ts";

/** A scenario as a tree, and the blueprint that it is in or is printed to. */
export interface ReadScenario {
  readonly scenario: Scenario;
  /** Absolute. */
  readonly path: string;
  /** The file that was read for it; absolute, too. */
  readonly source: string;
}

/** Reads blueprints, and scenarios as they are printed for one environment, as trees. */
export async function readScenarios(
  patterns: readonly string[],
  { cwd, env, out = "dist-blueprints" }: { readonly cwd: string; readonly env?: string; readonly out?: string },
): Promise<{ readonly scenarios: readonly ReadScenario[]; readonly problems: readonly Problem[] }> {
  const paths = await findFiles(patterns, {
    cwd,
    inFolders: ["**/*.json", `**/*${SCENARIO_ENDING}`],
    wanted: looksLikeBlueprint,
  });
  const scenarios: ReadScenario[] = [];
  const problems: Problem[] = [];
  for (const path of paths.filter((file) => !isScenarioFile(file))) {
    const result = await readBlueprintFile(path);
    if (result.ok) scenarios.push({ scenario: scenarioOf(result.document), path, source: path });
    else problems.push(...result.problems);
  }
  const sources = paths.filter(isScenarioFile);
  if (sources.length === 0) return { scenarios, problems };
  const { compileFiles, flowsOf } = await import("../compile-files.ts");
  try {
    // Ids are kept by what was printed before.
    const printed = await compileFiles(sources, { out: resolve(cwd, out), ...(env === undefined ? {} : { env }) });
    const [first] = printed;
    for (const { scenario: authored, blueprint, environment, path, file } of printed) {
      if (environment.name !== first?.environment.name) continue;
      const { metadata } = blueprint;
      const isFragment = authored.kind === "fragment";
      const scenario = buildScenario({ name: authored.name, isFragment, flows: flowsOf(blueprint), metadata });
      scenarios.push({ scenario, path, source: file.path });
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    problems.push(...error.problems);
  }
  return { scenarios, problems };
}
