import { variableSetOnSomePaths } from "../../../src/lint/rules/variable-set-on-some-paths.ts";
import { blueprint, filter, type JsonObject, module, route, router, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const set = (id: number, more: JsonObject = {}, name = "n"): JsonObject =>
  module(id, "util:SetVariable2", { mapper: { name, scope: "roundtrip", value: "1" }, ...more });
const get = (id: number, more: JsonObject = {}): JsonObject =>
  module(id, "util:GetVariable2", { mapper: { name: "n" }, ...more });
const tell = (id: number, text: string, more: JsonObject = {}): JsonObject =>
  module(id, "slack:CreateMessage", { version: 4, mapper: { text }, ...more });
const IF_VIP = filter("{{1.kind}}", "text:equal", "vip");

const merging = (id: number, ...branches: readonly (readonly JsonObject[])[]): readonly JsonObject[] => [
  module(id, "builtin:BasicIfElse", {
    mapper: null,
    branches: branches.map((flow, index) => ({
      type: index === branches.length - 1 ? "else" : "condition",
      label: `${index}`,
      merge: true,
      flow,
    })),
  }),
  module(id + 1, "builtin:BasicMerge", { mapper: null, outputs: [], filters: branches.map(() => null) }),
];

describeRule(variableSetOnSomePaths, {
  good: {
    "set on the only way": blueprint([webhook(), set(2, IF_VIP), get(3)]),
    "set before the routes part": blueprint([
      webhook(),
      set(2),
      router(3, [route(set(4, IF_VIP)), route(get(5), tell(6, "{{5.n}}"))]),
    ]),
    "set on an earlier route that every bundle takes": blueprint([
      webhook(),
      router(2, [route(set(3), tell(4, "a", IF_VIP)), route(get(5), tell(6, "{{5.n}}"))]),
    ]),
    "set on several earlier routes": blueprint([
      webhook(),
      router(2, [
        route(set(3, IF_VIP)),
        route(set(4, filter("{{1.kind}}", "text:notequal", "vip"))),
        route(get(5), tell(6, "{{5.n}}")),
      ]),
    ]),
    "read on the route that sets it": blueprint([
      webhook(),
      router(2, [route(set(3, IF_VIP), get(4)), route(tell(5, "a"))]),
    ]),
    "set on all branches, read behind the merge": blueprint([
      webhook(),
      ...merging(2, [set(4)], [set(5)]),
      get(6),
      tell(7, "{{6.n}}"),
    ]),
    "set on one branch, and before": blueprint([
      webhook(),
      set(2),
      ...merging(3, [set(5)], [tell(6, "a")]),
      get(7),
      tell(8, "{{7.n}}"),
    ]),
    "set on a branch that alone leads to the merge": blueprint([
      webhook(),
      module(2, "builtin:BasicIfElse", {
        mapper: null,
        branches: [
          { type: "condition", label: "a", merge: true, flow: [set(4)] },
          { type: "else", label: "b", merge: false, flow: [tell(5, "b")] },
        ],
      }),
      module(3, "builtin:BasicMerge", { mapper: null, outputs: [], filters: [null] }),
      get(6),
      tell(7, "{{6.n}}"),
    ]),
    "what is read is compared": blueprint([
      webhook(),
      router(2, [route(set(3, IF_VIP)), route(get(4), tell(5, "a", filter("{{4.n}}", "exist")))]),
    ]),
    "something stands in for what is not there": blueprint([
      webhook(),
      router(2, [route(set(3, IF_VIP)), route(get(4), tell(5, '{{ifempty(4.n; "none")}}'))]),
    ]),
    "what is read goes into a variable": blueprint([
      webhook(),
      router(2, [
        route(set(3, IF_VIP)),
        route(get(4), module(5, "util:SetVariable2", { mapper: { name: "m", value: "{{4.n}}" } })),
      ]),
    ]),
    "what is read goes nowhere": blueprint([webhook(), router(2, [route(set(3, IF_VIP)), route(get(4))])]),
    "several cycles in a run": blueprint(
      [webhook(), router(2, [route(set(3, IF_VIP)), route(get(4), tell(5, "{{4.n}}"))])],
      {
        roundtrips: 3,
      },
    ),
    "a name that is known only at run time": blueprint([
      webhook(),
      set(2, {}, "{{1.name}}"),
      router(3, [route(set(4, IF_VIP)), route(get(5), tell(6, "{{5.n}}"))]),
    ]),
    "a variable that is set only later": blueprint([webhook(), router(2, [route(get(3)), route(set(4, IF_VIP))])]),
    "a tool of an agent": blueprint([
      webhook(),
      router(2, [
        route(set(3, IF_VIP)),
        route(module(4, "ai-local-agent:RunLocalAIAgent", { version: 0, tools: [{ name: "Look", flow: [get(5)] }] })),
      ]),
    ]),
  },
  bad: {
    "set on a route with a filter": {
      given: blueprint([webhook(), router(2, [route(set(3, IF_VIP)), route(get(4), tell(5, "{{4.n}}"))])]),
      reports: [{ message: "some", at: "/flow/1/routes/1/flow/0/mapper/name", text: "n" }],
    },
    "set behind a filter on a route": {
      given: blueprint([
        webhook(),
        router(2, [route(tell(3, "a"), set(4, IF_VIP)), route(get(5), tell(6, "{{5.n}}"))]),
      ]),
      reports: [{ message: "some", at: "/flow/1/routes/1/flow/0/mapper/name" }],
    },
    "set on one branch, read behind the merge": {
      given: blueprint([webhook(), ...merging(2, [set(4)], [tell(5, "a")]), get(6), tell(7, "{{6.n}}")]),
      reports: [{ message: "some", at: "/flow/3/mapper/name" }],
    },
    "set on a route of an earlier route": {
      given: blueprint([
        webhook(),
        router(2, [route(router(3, [route(set(4, IF_VIP)), route(tell(5, "a"))])), route(get(6), tell(7, "{{6.n}}"))]),
      ]),
      reports: [{ message: "some", at: "/flow/1/routes/1/flow/0/mapper/name" }],
    },
    "set in an error handler": {
      given: blueprint([
        webhook(),
        module(2, "http:MakeRequest", { version: 4, onerror: [set(3), module(4, "builtin:Resume")] }),
        get(5),
        tell(6, "{{5.n}}"),
      ]),
      reports: [{ message: "some", at: "/flow/2/mapper/name" }],
    },
    "one of several": {
      given: blueprint([
        webhook(),
        set(2, {}, "m"),
        router(3, [
          route(set(4, IF_VIP)),
          route(module(5, "util:GetVariables", { mapper: { variables: ["m", "n"] } }), tell(6, "{{5.m}} {{5.n}}")),
        ]),
      ]),
      reports: [{ message: "some", at: "/flow/2/routes/1/flow/0/mapper/variables/1" }],
    },
  },
});
