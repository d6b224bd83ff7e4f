import { basename, extname } from "node:path";
import { formatProblem, type Problem, ProblemError } from "../../diagnostics/diagnostic.ts";
import type { Environment } from "../../model/environment.ts";
import { validateEnvironment } from "../../schema/environment.ts";
import { parseYaml } from "../parse-yaml.ts";

/** What an environment file says once it fits its schema: any section may be absent, or have nothing in it. */
type EnvironmentFile = {
  readonly [Section in Exclude<keyof Environment, "name" | "path">]?: Environment[Section] | null;
};

/**
 * Reads an environment file, named after its file. An absent section is empty. Throws a `ProblemError` with everything
 * that is wrong with it.
 */
export function readEnvironment(text: string, path: string): Environment {
  const { value, locate } = parseYaml(text, path);
  const problems = new Map<string, Problem>();
  for (const { message, help, ...place } of value === null ? [] : validateEnvironment(value)) {
    const problem = { path, span: locate(place), message, ...(help !== undefined && { help }) };
    // What an alias stands for is checked wherever it stands.
    problems.set(formatProblem(problem), problem);
  }
  if (problems.size > 0) throw new ProblemError([...problems.values()]);

  const file = (value ?? {}) as EnvironmentFile;
  return {
    name: basename(path, extname(path)),
    path,
    modules: file.modules ?? "app",
    connections: lookUp(file.connections),
    keys: lookUp(file.keys),
    webhooks: lookUp(file.webhooks),
    dataStores: lookUp(file.dataStores),
    dataStructures: lookUp(file.dataStructures),
    scenarios: lookUp(file.scenarios),
    values: lookUp(file.values),
    moduleIds: lookUp(file.moduleIds),
  };
}

/** Without a prototype, so that a name such as `constructor` finds only what the file says. */
const lookUp = <T>(section: Readonly<Record<string, T>> | null | undefined): Readonly<Record<string, T>> =>
  Object.assign(Object.create(null), section);
