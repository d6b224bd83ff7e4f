import { expect, test } from "vitest";
import { unreachableReference } from "../../../src/lint/rules/unreachable-reference.ts";
import { blueprint, filter, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule, findings } from "../describe-rule.ts";

const iterator = (id: number) => module(id, "builtin:BasicFeeder", { mapper: { array: "{{1.items}}" } });
const aggregator = (id: number, feeder: number, value = "") =>
  module(id, "builtin:BasicAggregator", { parameters: { feeder }, mapper: { value } });
const branch = (type: string, merge: boolean, ...flow: object[]) => ({ type, label: "", merge, flow });
const ifElse = (id: number, ...branches: object[]) => module(id, "builtin:BasicIfElse", { mapper: null, branches });
const merge = (id: number, ...mappings: string[]) =>
  module(id, "builtin:BasicMerge", { mapper: null, outputs: [{ name: "out", mappings }] });
const failing = (id: number, ...onerror: object[]) => module(id, "http:MakeRequest", { version: 4, onerror });
const agent = (id: number, ...flow: object[]) =>
  module(id, "ai-local-agent:RunLocalAIAgent", { tools: [{ name: "t", description: "", flow }] });

describeRule(unreachableReference, {
  good: {
    "modules before a router": blueprint([webhook(), router(2, [route(setVariable(3, "{{1.a}}"))])]),
    "an aggregator and what stands before its source": blueprint([
      webhook(),
      iterator(2),
      setVariable(3, "{{2.value}}"),
      aggregator(4, 2, "{{3.v}} of {{2.value}}"),
      setVariable(5, "{{4.array}} {{1.a}}"),
    ]),
    "the error of a failed module": blueprint([webhook(), failing(2, setVariable(3, "{{2.error.message}} {{1.a}}"))]),
    "the whole bundle of a failed module": blueprint([webhook(), failing(2, setVariable(3, "{{`2`}}"))]),
    "a field of an answer that is called error": blueprint([
      webhook(),
      module(2, "json:ParseJSON", { metadata: { interface: [{ name: "error", type: "text" }] } }),
      failing(3, setVariable(4, "{{2.error}}")),
    ]),
    "the outputs of a merge": blueprint([
      webhook(),
      ifElse(2, branch("condition", true, setVariable(3, "{{1.a}}")), branch("else", true, setVariable(4))),
      merge(5, "{{3.v}}", "{{4.v}}"),
      setVariable(6, "{{5.out}}"),
    ]),
    "what an agent hands to its tool": blueprint([webhook(), agent(2, setVariable(3, "{{2.city}} {{1.a}}"))]),
    "modules that do not exist, which another rule reports": blueprint([webhook(), setVariable(2, "{{9.a}}")]),
    "modules that hang on nothing": blueprint(
      [webhook()],
      {},
      { designer: { orphans: [[setVariable(2, "{{1.a}} {{2.v}}")]] } },
    ),
  },
  bad: {
    "a module that reads itself": {
      given: blueprint([webhook(), setVariable(2, "{{2.v}}")]),
      reports: [{ message: "self", at: "/flow/1/mapper/value", text: "2.v" }],
    },
    "a filter that reads the module behind it": {
      given: blueprint([webhook(), setVariable(2, "", filter("{{2.v}}", "exist"))]),
      reports: [{ message: "self", at: "/flow/1/filter/conditions/0/0/a", text: "2.v" }],
    },
    "a module that comes later, and one on a route of it": {
      given: blueprint([
        webhook(),
        setVariable(2, "{{3.v}} {{5.v}}"),
        setVariable(3),
        router(4, [route(setVariable(5))]),
      ]),
      reports: [
        { message: "later", at: "/flow/1/mapper/value", text: "3.v" },
        { message: "later", at: "/flow/1/mapper/value", text: "5.v" },
      ],
    },
    "a module on another route": {
      given: blueprint([webhook(), router(2, [route(setVariable(3)), route(setVariable(4, "{{upper(3.v)}}"))])]),
      reports: [{ message: "route", at: "/flow/1/routes/1/flow/0/mapper/value", text: "3.v" }],
    },
    "a module of another branch": {
      given: blueprint([
        webhook(),
        ifElse(2, branch("condition", false, setVariable(3)), branch("else", false, setVariable(4, "{{3.v}}"))),
      ]),
      reports: [{ message: "branch", at: "/flow/1/branches/1/flow/0/mapper/value", text: "3.v" }],
    },
    "a module of a branch, behind the merge": {
      given: blueprint([
        webhook(),
        ifElse(2, branch("condition", true, setVariable(3)), branch("else", true, setVariable(4))),
        merge(5, "{{3.v}}", "{{4.v}}"),
        setVariable(6, "{{3.v}}"),
      ]),
      reports: [{ message: "branch", at: "/flow/3/mapper/value", text: "3.v" }],
    },
    "a module of a branch, behind an if-else without a merge": {
      given: blueprint([webhook(), ifElse(2, branch("else", false, setVariable(3))), setVariable(4, "{{3.v}}")]),
      reports: [{ message: "branch", at: "/flow/2/mapper/value", text: "3.v" }],
    },
    "a mapping of a merge that stands at another branch's place": {
      given: blueprint([
        webhook(),
        ifElse(2, branch("condition", true, setVariable(3)), branch("else", true, setVariable(4))),
        merge(5, "{{4.v}}", "{{4.v}}"),
      ]),
      reports: [{ message: "branch", at: "/flow/2/outputs/0/mappings/0", text: "4.v" }],
    },
    "a module of an error handler, from the main flow": {
      given: blueprint([webhook(), failing(2, setVariable(3)), setVariable(4, "{{3.v}}")]),
      reports: [{ message: "handler", at: "/flow/2/mapper/value", text: "3.v" }],
    },
    "a module of a tool, from the main flow": {
      given: blueprint([webhook(), agent(2, setVariable(3)), setVariable(4, "{{3.v}}")]),
      reports: [{ message: "tool", at: "/flow/2/mapper/value", text: "3.v" }],
    },
    "a module that hangs on nothing": {
      given: blueprint([webhook(), setVariable(2, "{{3.v}}")], {}, { designer: { orphans: [[setVariable(3)]] } }),
      reports: [{ message: "orphan", at: "/flow/1/mapper/value", text: "3.v" }],
    },
    "a source and what follows it, behind the aggregator": {
      given: blueprint([
        webhook(),
        iterator(2),
        setVariable(3, "{{2.value}}"),
        aggregator(4, 2, "{{3.v}}"),
        setVariable(5, "{{2.value}} {{3.v}}"),
      ]),
      reports: [
        { message: "aggregated", at: "/flow/4/mapper/value", text: "2.value" },
        { message: "aggregated", at: "/flow/4/mapper/value", text: "3.v" },
      ],
    },
    "the output of a module that failed": {
      given: blueprint([webhook(), failing(2, setVariable(3, "{{2.data.id}}"))]),
      reports: [{ message: "failed", at: "/flow/1/onerror/0/mapper/value", text: "2.data.id" }],
    },
    "the error of a module that did not fail": {
      given: blueprint([webhook(), failing(2), failing(3, setVariable(4, "{{2.error.message}}"))]),
      reports: [{ message: "notFailed", at: "/flow/2/onerror/0/mapper/value", text: "2.error.message" }],
    },
    "the output of a router and of an if-else": {
      given: blueprint([
        webhook(),
        router(2, [route(setVariable(3, "{{2.a}}"), ifElse(4, branch("else", false, setVariable(5, "{{4.b}}"))))]),
      ]),
      reports: [
        { message: "noOutput", at: "/flow/1/routes/0/flow/0/mapper/value", text: "2.a" },
        { message: "noOutput", at: "/flow/1/routes/0/flow/1/branches/0/flow/0/mapper/value", text: "4.b" },
      ],
    },
  },
});

const gold = branch("condition", true, setVariable(3));
const other = branch("else", true, setVariable(4));

test.for([
  [
    "a module that comes later",
    blueprint([webhook(), setVariable(2, "{{3.v}}"), setVariable(3)]),
    "Move `util:SetVariable2 (3)` in front of it, or read another module",
  ],
  [
    "another route",
    blueprint([webhook(), router(2, [route(setVariable(3)), route(setVariable(4, "{{3.v}}"))])]),
    "Move it in front of the router, or hand the value over with Set variable and Get variable",
  ],
  [
    "a branch, behind its merge",
    blueprint([webhook(), ifElse(2, gold, other), merge(5, "{{3.v}}", "{{4.v}}"), setVariable(6, "{{3.v}}")]),
    "Give the value as an output of `builtin:BasicMerge (5)`, and read that",
  ],
  [
    "a branch without a merge",
    blueprint([webhook(), ifElse(2, branch("else", false, setVariable(3))), setVariable(4, "{{3.v}}")]),
    "Bring the branches together with a merge, and read its output",
  ],
  [
    "the branch beside it",
    blueprint([webhook(), ifElse(2, gold, branch("else", true, setVariable(4, "{{3.v}}"))), merge(5, "", "")]),
    "Read a module of the same branch or one before the if-else: only one branch runs",
  ],
  [
    "the source of an aggregator",
    blueprint([webhook(), iterator(2), aggregator(3, 2), setVariable(4, "{{2.value}}")]),
    "Map the value in `builtin:BasicAggregator (3)` and read it from there",
  ],
] as const)("says what to do about %s", ([, given, help]) => {
  expect(findings(unreachableReference, given).map((finding) => finding.help)).toEqual([help]);
});

test("shows the module that is read, and what stands between", () => {
  const [found] = findings(
    unreachableReference,
    blueprint([webhook(), iterator(2), aggregator(3, 2), setVariable(4, "{{2.value}}")]),
  );
  expect(found?.related).toEqual([
    { message: "This is `builtin:BasicFeeder (2)`", at: { pointer: "/flow/1/module" } },
    { message: "This is `builtin:BasicAggregator (3)`", at: { pointer: "/flow/2/module" } },
  ]);
});
