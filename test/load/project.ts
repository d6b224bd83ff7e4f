import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { formatProblem, ProblemError } from "../../src/diagnostics/diagnostic.ts";

/** A folder of its own for one test, with these files. */
export interface Project {
  readonly folder: string;
  path(name: string): string;
  write(files: Readonly<Record<string, string>>): void;
  read(name: string): string;
}

/** Makes a folder that is gone when the test is over. */
export function project(files: Readonly<Record<string, string>> = {}): Project {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "cyanotype-test-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string): string => join(folder, name);
  const write: Project["write"] = (more) => {
    for (const [name, text] of Object.entries(more)) {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), text);
    }
  };
  write(files);
  return { folder, path, write, read: (name) => readFileSync(path(name), "utf8") };
}

/** A scenario file with these statements in front, and with one scenario of these steps. */
export const scenarioFile = (steps: string, { before = "", name = "Orders" } = {}): string => `
import { connection, env, exists, fn, iml, onError, raw, scenario, webhook } from "cyanotype";
import { slack, tools, webhooks } from "cyanotype/apps";
${before}
export const ${name.toLowerCase()} = scenario("${name}", {}, (flow) => {
  const order = flow.trigger("Order arrives", webhooks.customWebhook<{ note: string }>({ webhook: webhook("orders") }));
${steps}
});
`;

export const ENVIRONMENT = "connections: { slack: 1 }\nwebhooks: { orders: { id: 2 } }\n";

/** A project of one file, with an environment that has all that its scenario needs. */
export const projectOf = (text: string, more: Readonly<Record<string, string>> = {}): Project =>
  project({ "scenarios/a.scenario.ts": text, "scenarios/environments/test.yaml": ENVIRONMENT, ...more });

/** What is told when something is refused, with paths as seen from the project. */
export async function problemsOf({ folder }: Project, run: () => Promise<unknown>): Promise<readonly string[]> {
  try {
    // A stack goes on through whoever waits, from Node 24 on; behind a command, nobody outside of the package does.
    await new Promise<void>((resolve, reject) => {
      run().then(
        () => resolve(),
        (error: unknown) => reject(error),
      );
    });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map((problem) => formatProblem(problem).replaceAll(`${folder}/`, ""));
  }
  return [];
}
