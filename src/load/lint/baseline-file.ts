// `cyanotype.baseline.json`, read and written.

import { type Problem, ProblemError } from "../../diagnostics/diagnostic.ts";
import { type BaselineEntry, sortEntries } from "../../lint/baseline.ts";
import { validateBaseline } from "../../schema/baseline.ts";

/** Reads a baseline. Throws a `ProblemError` when the text is none. */
export async function readBaseline(text: string, path: string): Promise<readonly BaselineEntry[]> {
  try {
    const baseline: unknown = JSON.parse(text.replace(/^\ufeff/u, ""));
    if (validateBaseline(baseline).length === 0)
      return (baseline as { readonly findings: readonly BaselineEntry[] }).findings;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new ProblemError(await problemsIn(text, path));
}

/** JSON is YAML, and the reader for that knows where things are. It is too slow to read what is right. */
async function problemsIn(text: string, path: string): Promise<readonly Problem[]> {
  const { parseYaml } = await import("../parse-yaml.ts");
  const { value, locate } = parseYaml(text, path);
  const problems = validateBaseline(value).map(
    ({ message, help, ...place }): Problem => ({
      path,
      span: locate(place),
      message: `This is no baseline: ${message}`,
      ...(help === undefined ? {} : { help }),
    }),
  );
  return problems.length > 0
    ? problems.slice(0, 5)
    : [{ path, message: "This is no baseline: it is not written in JSON" }];
}

/** A baseline as text: one line for each entry, so that two people's changes seldom meet. */
export function writeBaseline(entries: readonly BaselineEntry[]): string {
  const lines = sortEntries(entries).map(({ path, scenario, rule, place, fingerprint, count }) => {
    const entry = { path, ...(scenario === undefined ? {} : { scenario }), rule, place, fingerprint, count };
    return `    ${JSON.stringify(entry)}`;
  });
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `{\n  "version": 1,\n  "findings": ${list}\n}\n`;
}
