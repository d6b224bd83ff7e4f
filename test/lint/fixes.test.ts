// What holds for every fix of every rule: over the faults of the mutation suite, and over other people's blueprints.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readBlueprint } from "../../src/blueprint/read.ts";
import { type Finding, lint } from "../../src/lint/linter.ts";
import { isFixable, mend } from "../../src/lint/mend.ts";
import type { Rule } from "../../src/lint/rule.ts";
import { rules } from "../../src/lint/rules.generated.ts";
import { scenarioOf } from "../../src/model/scenario-of.ts";
import { faults } from "../mutations/faults.ts";
import { mutated } from "../mutations/mutation.ts";
import { blueprint, filter, type JsonObject, module, setVariable, webhook } from "./blueprints.ts";

const CORPUS = "../shared/corpus/dev";

function findings(text: string, which: readonly Rule[] = rules): readonly Finding[] {
  const read = readBlueprint(text);
  if (!read.ok) throw new SyntaxError(read.problems.map(({ message }) => message).join("\n"));
  const { document } = read;
  return lint(
    { scenario: scenarioOf(document), json: document.blueprint, root: document.root },
    { severityOf: () => "warning", rules: which },
  );
}

const printOf = ({ rule, message, at }: Finding): string => `${rule} at ${at.pointer}: ${message}`;
const print = (json: JsonObject): string => JSON.stringify(json, null, 2);

/** Makes each fix of a text alone, then all of them, and tells the rules that had some. */
function holdFixes(text: string): ReadonlySet<string> {
  const found = findings(text);
  const mendable = found.filter(isFixable);
  for (const finding of mendable) {
    const rule = rules.find(({ id }) => id === finding.rule) as Rule;
    const { text: mended, made } = mend(text, [finding.fix]);
    expect(made, `the fix of ${printOf(finding)} can be made`).toBe(1);
    expect(finding.fix.safety, `${rule.id} declares its fixes`).toBe(rule.fixable);
    const before = findings(text, [rule]).map(printOf);
    const after = findings(mended, [rule]).map(printOf);
    expect(after, `${printOf(finding)} is gone, and no other came`).toEqual(
      before.filter((other) => other !== printOf(finding)),
    );
    expect(newErrors(found, findings(mended)), `the fix of ${printOf(finding)} brings no other finding`).toEqual([]);
  }
  const all = mendedWhole(text);
  expect(mendedWhole(all), "fixing twice changes nothing").toBe(all);
  return new Set(mendable.map(({ rule }) => rule));
}

/** Findings of rules that had nothing to say before. */
const newErrors = (before: readonly Finding[], after: readonly Finding[]): readonly string[] =>
  after.filter(({ rule }) => !before.some((other) => other.rule === rule)).map(printOf);

function mendedWhole(text: string): string {
  for (let round = 0, mended = text; ; round++) {
    const { text: next, made } = mend(
      mended,
      findings(mended)
        .filter(isFixable)
        .map(({ fix }) => fix),
    );
    if (made === 0) return mended;
    expect(round).toBeLessThan(10);
    mended = next;
  }
}

const breakHandler = module(3, "builtin:Break", { mapper: { retry: true, count: "3", interval: "15" } });
const withBreak = [webhook(), module(2, "slack:CreateMessage", { onerror: [breakHandler] })];
const http = (mapper: JsonObject) => blueprint([webhook(), module(2, "http:ActionSendData", { mapper })]);

const cases: Readonly<Record<string, JsonObject>> = {
  "a wrong operator": blueprint([webhook(), setVariable(2, "", filter("{{1.n}}", "number:gt", "5"))]),
  "a second operand that is not asked for": blueprint([webhook(), setVariable(2, "", filter("{{1.n}}", "exist", "5"))]),
  "incomplete executions that are not stored": blueprint(withBreak, { dlq: false }),
  "a setting that is missing": blueprint(withBreak, { dlq: undefined }),
  "certificates that are not checked": http({ url: "https://a.example", rejectUnauthorized: "false" }),
  "a request without encryption": http({ url: " HTTP://a.example/{{1.x}}" }),
  "an id that is a text": blueprint([webhook(), { ...setVariable(2, ""), id: "2" }]),
  "a fallback without its route": blueprint([
    webhook(),
    module(2, "builtin:BasicRouter", { parameters: { else: 4 }, routes: [{ flow: [setVariable(3, "")] }] }),
  ]),
};

describe("a fix removes its finding, brings no other, and is made once", () => {
  test.for(Object.entries(cases))("%s", ([, json]) => {
    expect([...holdFixes(print(json))]).not.toEqual([]);
  });

  test.for(faults.map((fault) => [fault.fault, fault] as const))("mutation: %s", ([, fault]) => {
    holdFixes(print(mutated(fault)));
  });

  test.runIf(existsSync(CORPUS))(
    "over other people's blueprints",
    () => {
      const files = readdirSync(CORPUS).filter((name) => name.endsWith(".json") && name !== "MANIFEST.json");
      let held = 0;
      for (const name of files) {
        const text = readFileSync(join(CORPUS, name), "utf8");
        if (!readBlueprint(text).ok) continue;
        held += holdFixes(text).size;
      }
      expect(held).toBeGreaterThan(0);
    },
    300_000,
  );
});

describe("a rule", () => {
  test("that says it is fixable has fixes, and only then", () => {
    const mendable = new Set(
      [...Object.values(cases), ...faults.map(mutated)].flatMap((json) => [...holdFixes(print(json))]),
    );
    expect([...mendable].sort()).toEqual(rules.filter(({ fixable }) => fixable).map(({ id }) => id));
  });
});

describe("mending", () => {
  const text =
    '\ufeff{\r\n\t"flow": [ {"id": 1, "module": "a:b", "n": 1.50, "big": 12345678901234567890},\r\n\t\t{"id": 2, "module": "a:c"} ] }\r\n';
  const set = (path: string, value: string) => ({ safety: "safe", patch: [{ op: "replace", path, value }] }) as const;

  test("leaves everything else as it was written", () => {
    expect(mend(text, [set("/flow/1/id", "x")])).toEqual({ text: text.replace('"id": 2', '"id": "x"'), made: 1 });
  });

  test("makes one of two fixes of the same place, and none that leaves no blueprint", () => {
    expect(mend(text, [set("/flow/0/id", "x"), set("/flow/0/id", "y")]).made).toBe(1);
    expect(mend(text, [set("/flow", "x")])).toEqual({ text, made: 0 });
    expect(mend(text, [set("/flow", "x"), set("/flow/0/id", "y")]).made).toBe(1);
  });

  test("passes over a fix that fits nothing", () => {
    expect(mend(text, [set("/flow/7/id", "x")])).toEqual({ text, made: 0 });
  });
});
