// Rules of a project's own: files that export what `defineRule` made. They run as scenarios do. A mistake in one is told
// with its file, also when it shows only in the middle of a check.

import { statSync } from "node:fs";
import { type Problem, ProblemError } from "../../diagnostics/diagnostic.ts";
import type { Messages, Report, Rule, RuleFinding } from "../../lint/rule.ts";
import { isObject } from "../../util/is-object.ts";
import { quote } from "../../util/quote.ts";
import { readText } from "../read-text.ts";
import { authorProblem } from "../scenarios/author-error.ts";
import type { ConfiguredPath } from "./configuration.ts";

/** So that none is ever called like one that comes with a later version. */
const ID = /^own\/[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/** Runs the files that a configuration names. Throws one `ProblemError` with what is wrong in any of them. */
export async function readPlugins(plugins: readonly ConfiguredPath[], configuration: string): Promise<readonly Rule[]> {
  const [api, apps, lint, { createRunner }] = await Promise.all([
    import("../../index.ts"),
    import("../../apps.ts"),
    import("../../lint.ts"),
    import("../scenarios/typescript-runner.ts"),
  ]);
  const run = createRunner({ cyanotype: api, "cyanotype/apps": apps, "cyanotype/lint": lint });
  const problems: Problem[] = [];
  const rules = new Map<string, Rule>();
  for (const { path, span } of plugins) {
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
      problems.push({
        path: configuration,
        span,
        message: "There is no such file of rules",
        help: `Looked for ${path}`,
      });
      continue;
    }
    const text = await readText(path);
    try {
      const found = rulesIn(await run(path), path);
      problems.push(...found.problems);
      for (const rule of found.rules) {
        if (rules.has(rule.id)) problems.push({ path, message: `There are two rules ${quote(rule.id)}` });
        rules.set(rule.id, guarded(rule, path, text));
      }
    } catch (error) {
      if (error instanceof ProblemError) problems.push(...error.problems.map((problem) => ({ path, ...problem })));
      else problems.push(authorProblem(error, path, text));
    }
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return [...rules.values()];
}

function rulesIn(exported: object, path: string): { readonly rules: readonly Rule[]; readonly problems: Problem[] } {
  const rules = [...new Set(Object.values(exported))].filter(isRule);
  const problems = rules
    .filter(({ id }) => !ID.test(id))
    .map(({ id }): Problem => {
      const name = id.replace(/^.*\//u, "");
      const help = ID.test(`own/${name}`) ? `Call it \`own/${name}\`` : "Write own/ and a name such as `own/no-friday`";
      return { path, message: `${quote(id)} is no id of a rule of your own`, help };
    });
  if (rules.length === 0) {
    problems.push({
      path,
      message: "The file exports no rule",
      help: 'Export what `defineRule` of "cyanotype/lint" gives',
    });
  }
  return { rules, problems };
}

const isRule = (value: unknown): value is Rule =>
  isObject(value) &&
  typeof value.id === "string" &&
  typeof value.check === "function" &&
  isObject(value.severity) &&
  isObject(value.messages);

/** The rule, whose failures are told as those of its file. */
function guarded(rule: Rule, path: string, text: string): Rule {
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      const { message, ...problem } = authorProblem(error, path, text);
      throw new ProblemError([{ ...problem, message: `The rule \`${rule.id}\` fails: ${message}` }]);
    }
  };
  const { concerns, project } = rule;
  return {
    ...rule,
    messages: Object.fromEntries(Object.entries(rule.messages).map(([name, message]) => [name, textOf(message)])),
    ...(concerns ? { concerns: (scenario) => guard(() => concerns(scenario)) } : {}),
    check: (context) => guard(() => rule.check({ ...context, report: checking(context.report) })),
    ...(project ? { project: guardedProject(project, guard) } : {}),
  };
}

// What is typed may still be missing in a file that nobody has checked.

const textOf =
  (message: Messages[string]): Messages[string] =>
  (data) =>
    checkedText(message(data));

const checking =
  (report: Report<Messages>): Report<Messages> =>
  (message, finding) => {
    checkPlace(finding.at);
    report(message, finding);
  };

const guardedProject = (
  { collect, check }: NonNullable<Rule["project"]>,
  guard: <T>(work: () => T) => T,
): NonNullable<Rule["project"]> => ({
  collect: (context) => guard(() => collect(context)),
  check: (facts, report) => guard(() => check(facts, (scenario, finding) => report(scenario, checked(finding)))),
});

function checked(finding: RuleFinding): RuleFinding {
  checkedText(finding.message);
  checkPlace(finding.at);
  return finding;
}

function checkedText(message: unknown): string {
  if (typeof message !== "string") throw new TypeError("a message is no text");
  return message;
}

function checkPlace(place: RuleFinding["at"] | undefined): void {
  if (typeof place?.pointer !== "string") throw new TypeError("a finding does not say where it is");
}
