// What holds for every fix of every rule: over the faults of the mutation suite, and over other people's blueprints.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readBlueprint } from "../../src/blueprint/read.ts";
import { type Finding, lint } from "../../src/lint/linter.ts";
import { isFixable, mend } from "../../src/lint/mend.ts";
import type { Rule, RuleSeverity } from "../../src/lint/rule.ts";
import { rules } from "../../src/lint/rules.generated.ts";
import { scenarioOf } from "../../src/model/scenario-of.ts";
import { faults } from "../mutations/faults.ts";
import { mutated } from "../mutations/mutation.ts";
import { blueprint, filter, type JsonObject, module, setVariable, webhook } from "./blueprints.ts";
import { asked, configured, posted, request } from "./rules/hitl/requests.ts";

const CORPUS = "../shared/corpus/dev";

function findings(
  text: string,
  which: readonly Rule[] = rules,
  severityOf: (rule: Rule) => RuleSeverity = () => "warning",
): readonly Finding[] {
  const read = readBlueprint(text);
  if (!read.ok) throw new SyntaxError(read.problems.map(({ message }) => message).join("\n"));
  const { document } = read;
  return lint(
    { scenario: scenarioOf(document), json: document.blueprint, root: document.root },
    { severityOf, rules: which },
  );
}

/**
 * Fixes that bring what nobody could see before: without the picture that the editor left of a form, the one that is
 * declared is looked at; so are a filter where Make reads it, and a module under a name that is known.
 */
const REVEALING: ReadonlySet<string> = new Set([
  "editor-data-in-template",
  "misspelt-module",
  "route-filter-misplaced",
]);
/** What people see. A rule that is off may have a word to say on what could not be read before. */
const shownFindings = (text: string): readonly Finding[] =>
  findings(text, rules, ({ severity }) => severity.recommended);

/** What is in one list more often than in the other. */
function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const left = [...other];
  return list.filter((item) => {
    const index = left.indexOf(item);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
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
    const before = findings(text, [rule]).map(({ message }) => message);
    const after = findings(mended, [rule]).map(({ message }) => message);
    expect(without(before, after), `${printOf(finding)} is gone`).toContain(finding.message);
    expect(without(after, before), `${printOf(finding)} brings no other of its rule`).toEqual([]);
    if (REVEALING.has(rule.id)) continue;
    expect(newErrors(found, shownFindings(mended)), `the fix of ${printOf(finding)} brings no other finding`).toEqual(
      [],
    );
  }
  const all = mendedWhole(text);
  expect(mendedWhole(all), "fixing twice changes nothing").toBe(all);
  return new Set(mendable.map(({ rule }) => rule));
}

/** Findings of rules that had nothing to say before. What has a fix itself is mended next. */
const newErrors = (before: readonly Finding[], after: readonly Finding[]): readonly string[] =>
  after.filter(({ rule, fix }) => !fix && !before.some((other) => other.rule === rule)).map(printOf);

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
  "an interval that is a text": {
    ...blueprint([webhook()]),
    scheduling: { type: "indefinitely", interval: "900" },
  },
  "a choice that is a slip": blueprint([
    webhook(),
    module(2, "acme:Do", {
      mapper: { color: ["red", "gren"] },
      metadata: {
        designer: { x: 0, y: 0 },
        expect: [{ name: "color", type: "select", label: "Color", validate: { enum: ["red", "green"] } }],
      },
    }),
  ]),
  "commas, and several other mistakes in one mapping": blueprint([
    webhook(),
    setVariable(2, "{{if(1.a == 1, upper(1.b), formatdate(now(), “yyyy-mm-dd”))}} {{1.a[0]}} {{undefined}}"),
  ]),
  "a filter on a route": blueprint([
    webhook(),
    module(2, "builtin:BasicRouter", {
      routes: [
        { flow: [setVariable(3, "")], ...filter("{{1.n}}", "number:equal", "1") },
        { flow: [setVariable(4, "")], ...filter("{{1.n}}", "number:equal", "2") },
      ],
    }),
  ]),
  "colors without their sign": posted(configured("boolean", { true_color: "16a34a" })),
  "switches that are texts": posted(configured("number", { allow_negative: "True", required: "false" })),
  "numbers that are texts": posted(configured("text", { min_length: "1", max_length: "500" })),
  "a timeout that is a text": posted(request("text", { timeout_seconds: "3600" })),
  "options that are numbers": posted(configured("single_select", { options: [1, 2] }, { default_response: "2" })),
  "a default that is a text": asked(request("boolean", { default_response: "False" })),
  "a default that is a slip": posted(request("single_select", { default_response: "rejct" })),
  "a field that is a slip": posted(request("text", { callback_ulr: "https://a.example" })),
  "an object in quotes": posted(request("text", { context: '{"order": "A-17"}' })),
  "a default that is named twice, as data": posted(
    request("multi_select", { default_response: ["tone", "grammar", "tone"] }),
  ),
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
      [...Object.values(cases), ...faults.map(mutated)].flatMap((json) =>
        findings(print(json))
          .filter(isFixable)
          .map(({ rule }) => rule),
      ),
    );
    expect([...mendable].sort()).toEqual(rules.filter(({ fixable }) => fixable).map(({ id }) => id));
  });
});

describe("a fix of a mapping", () => {
  const fixed = (value: string): unknown => {
    const { flow } = JSON.parse(mendedWhole(print(blueprint([webhook(), setVariable(2, value)]))));
    return flow[1].mapper.value;
  };

  test.for<[what: string, value: string, expected: string]>([
    ["separates arguments", "{{if(1.a = 1, upper(1.b), 2)}}", "{{if(1.a = 1; upper(1.b); 2)}}"],
    ["leaves a comma beside a semicolon", "{{formatNumber(1.a; 2; ,)}}", "{{formatNumber(1.a; 2; ,)}}"],
    ["straightens quotes", '{{upper(“a"b”)}}', '{{upper("a""b")}}'],
    ["takes out what JSON has put in", '{{upper(\\"a\\")}}', '{{upper("a")}}'],
    ["takes out braces", "a {{{{1.a}}}} b", "a {{1.a}} b"],
    ["writes signs for words", "{{1.a and 1.b}}", "{{1.a & 1.b}}"],
    ["leaves a word of two meanings", "{{1.a is 1.b}}", "{{1.a is 1.b}}"],
    ["compares with one sign", "{{1.a == 1.b}} {{1.a !== 1.b}}", "{{1.a = 1.b}} {{1.a != 1.b}}"],
    ["counts from 1", "{{1.a[0].b}}", "{{1.a[1].b}}"],
    ["leaves positions of somebody who counts from 0", "{{1.a[0]}} {{1.a[1]}}", "{{1.a[0]}} {{1.a[1]}}"],
    ["writes dates as Make reads them", '{{formatDate(now; "yyyy-mm-dd")}}', '{{formatDate(now; "YYYY-MM-DD")}}'],
    [
      "calls a function by its name",
      "{{tolowercase(1.a)}} {{repalce(1.a; 1.b; 1.c)}}",
      "{{lower(1.a)}} {{replace(1.a; 1.b; 1.c)}}",
    ],
    ["calls no keyword", "{{formatDate(now(); 1.a)}}", "{{formatDate(now; 1.a)}}"],
    ["renames no function that takes other arguments", "{{substr(1.a; 1; 2)}}", "{{substr(1.a; 1; 2)}}"],
    ["puts in an empty text", '{{replace(1.a; "x"; )}}', '{{replace(1.a; "x"; "")}}'],
    ["makes nothing that is wrong in another way", "{{ifempty(1.a, 1.b, 1.c)}}", "{{ifempty(1.a, 1.b, 1.c)}}"],
  ])("%s", ([, value, expected]) => {
    expect(fixed(value)).toBe(expected);
  });
});

describe("a fix of JSON in a text", () => {
  const fixed = (body: string): unknown => {
    const { flow } = JSON.parse(mendedWhole(print(posted(body))));
    return flow[1].mapper.jsonStringBodyContent;
  };
  const written = JSON.stringify(
    configured("rating", { scale_min: undefined, min: "1", labels: "{{1.labels}}" }, { priority: "Hihg" }),
    null,
    "\t",
  );

  test("leaves the rest of the text as it was written", () => {
    expect(fixed(written)).toBe(written.replace('"min": "1"', '"scale_min": 1').replace('"Hihg"', '"high"'));
  });

  test("makes a list of what is one text, and texts of what are numbers", () => {
    const many = request("multi_select", { default_response: "tone" });
    expect(fixed(JSON.stringify(many))).toContain('"default_response":["tone"]');
    const numbers = configured("single_select", { options: [1, "2"] }, { default_response: "2" });
    expect(fixed(JSON.stringify(numbers))).toContain('"options":["1","2"]');
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
