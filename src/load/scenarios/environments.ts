import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Problem, ProblemError } from "../../diagnostics/diagnostic.ts";
import type { Environment } from "../../model/environment.ts";
import { nearest } from "../../util/nearest.ts";
import { readText } from "../read-text.ts";
import { readEnvironment } from "./environment.ts";

export interface ReadEnvironments {
  readonly environments: readonly Environment[];
  /** What is wrong with others. */
  readonly problems: readonly Problem[];
}

/** The environments beside a file of scenarios, in `environments/`. */
export async function readEnvironments(folder: string, only: string | undefined): Promise<ReadEnvironments> {
  const at = join(folder, "environments");
  const names = (await readdir(at).catch(() => [])).filter((name) => /\.ya?ml$/u.test(name)).sort();
  const nameOf = (file: string): string => basename(file).replace(/\.ya?ml$/u, "");
  const wanted = only === undefined ? names : names.filter((name) => nameOf(name) === only);
  if (wanted.length === 0) return { environments: [], problems: [noEnvironment(at, names.map(nameOf), only)] };
  const problems: Problem[] = [];
  const environments: Environment[] = [];
  for (const name of wanted) {
    const path = join(at, name);
    // The name becomes that of a folder.
    if (!/^[\p{L}\p{N}_][\p{L}\p{N}_. -]*$/u.test(nameOf(name))) {
      problems.push({
        path,
        message: "The file's name is no name of an environment",
        help: "Begin it with a letter or a digit",
      });
      continue;
    }
    if (wanted.some((other) => other !== name && other < name && nameOf(other) === nameOf(name))) {
      problems.push({
        path,
        message: `Two files describe the environment \`${nameOf(name)}\``,
        help: "Keep one of them",
      });
      continue;
    }
    try {
      environments.push(readEnvironment(await readText(path), path));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
    }
  }
  return { environments, problems };
}

function noEnvironment(at: string, names: readonly string[], only: string | undefined): Problem {
  if (only === undefined || names.length === 0) {
    return {
      path: at,
      message: "There is no environment",
      help: `Add ${join(at, "production.yaml")} with the ids of connections, webhooks and the like; the README shows one`,
    };
  }
  const [similar] = nearest(only, names);
  return {
    path: at,
    message: `There is no environment \`${only}\``,
    help:
      similar === undefined
        ? `There are ${names.join(", ")}`
        : `Did you mean \`${similar}\`? There are ${names.join(", ")}`,
  };
}
