import { variableReadBeforeSet } from "../../../src/lint/rules/variable-read-before-set.ts";
import { blueprint, filter, type JsonObject, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const set = (id: number, name = "n", value = "1"): JsonObject =>
  module(id, "util:SetVariable2", { mapper: { name, scope: "roundtrip", value } });
const get = (id: number, name = "n"): JsonObject => module(id, "util:GetVariable2", { mapper: { name } });
const tell = (id: number, text: string): JsonObject =>
  module(id, "slack:CreateMessage", { version: 4, mapper: { text } });
const each = (id: number): JsonObject => module(id, "builtin:BasicFeeder", { mapper: { array: "{{1.list}}" } });

const ifElse = (id: number, ...branches: readonly (readonly JsonObject[])[]): JsonObject =>
  module(id, "builtin:BasicIfElse", {
    mapper: null,
    branches: branches.map((flow, index) => ({ type: "condition", label: `${index}`, merge: false, flow })),
  });

describeRule(variableReadBeforeSet, {
  good: {
    "set, then read": blueprint([webhook(), set(2), get(3)]),
    "set in an earlier route": blueprint([webhook(), router(2, [route(set(3)), route(get(4))])]),
    "set in a branch, read behind the if-else": blueprint([webhook(), ifElse(2, [set(3)], [set(4)]), get(5)]),
    "set before the if-else and in one of its branches": blueprint([
      webhook(),
      set(2),
      ifElse(3, [set(4)], [get(5)]),
      get(6),
    ]),
    "set and read in the same branch": blueprint([webhook(), ifElse(2, [set(3), get(4)], [set(5), get(6)])]),
    "set in an error handler": blueprint([
      webhook(),
      module(2, "http:MakeRequest", { version: 4, onerror: [set(3), module(4, "builtin:Resume")] }),
      get(5),
    ]),
    "a sum that is kept from pass to pass": blueprint([webhook(), each(2), get(3), set(4, "n", "{{3.n + 2.amount}}")]),
    "a sum that takes a detour": blueprint([
      webhook(),
      each(2),
      get(3),
      module(4, "util:ComposeTransformer", { mapper: { value: "{{3.n}}, {{2.name}}" } }),
      set(5, "n", "{{4.value}}"),
    ]),
    "what is compared with the pass before": blueprint([
      webhook(),
      each(2),
      get(3),
      setVariable(4, "", filter("{{3.n}}", "text:notequal", "{{2.name}}")),
      set(5, "n", "{{2.name}}"),
    ]),
    "several cycles in a run": blueprint([webhook(), get(2), set(3)], { roundtrips: 3 }),
    "a name that is known only at run time": blueprint([webhook(), get(2), set(3, "{{1.name}}"), set(4)]),
    "a variable that is never set": blueprint([webhook(), get(2)]),
    "a tool of an agent": blueprint([
      webhook(),
      module(2, "ai-local-agent:RunLocalAIAgent", { version: 0, tools: [{ name: "Look", flow: [get(3)] }] }),
      set(4),
    ]),
  },
  bad: {
    "read, then set": {
      given: blueprint([webhook(), get(2), set(3)]),
      reports: [{ message: "later", at: "/flow/1/mapper/name", text: "n" }],
    },
    "one of several": {
      given: blueprint([
        webhook(),
        set(2, "a"),
        module(3, "util:GetVariables", { mapper: { variables: ["a", "b"] } }),
        module(4, "util:SetVariables", { mapper: { variables: [{ name: "b", value: "1" }] } }),
      ]),
      reports: [{ message: "later", at: "/flow/2/mapper/variables/1" }],
    },
    "read in an earlier route": {
      given: blueprint([webhook(), router(2, [route(get(3)), route(set(4))])]),
      reports: [{ message: "later", at: "/flow/1/routes/0/flow/0/mapper/name" }],
    },
    "set in another branch": {
      given: blueprint([webhook(), ifElse(2, [set(3)], [get(4)])]),
      reports: [{ message: "elsewhere", at: "/flow/1/branches/1/flow/0/mapper/name" }],
    },
    "set on a route of another branch": {
      given: blueprint([webhook(), ifElse(2, [router(3, [route(set(4))])], [get(5)]), get(6)]),
      reports: [{ message: "elsewhere", at: "/flow/1/branches/1/flow/0/mapper/name" }],
    },
    "in a loop": {
      given: blueprint([webhook(), each(2), get(3), tell(4, "{{3.n}}"), set(5, "n", "{{2.name}}")]),
      reports: [{ message: "stale", at: "/flow/2/mapper/name" }],
    },
    "in a loop with routes": {
      given: blueprint([webhook(), each(2), router(3, [route(get(4)), route(set(5))])]),
      reports: [{ message: "stale", at: "/flow/2/routes/0/flow/0/mapper/name" }],
    },
    "behind a trigger that gives several bundles": {
      given: blueprint([module(1, "rss:TriggerNewArticle", { version: 4 }), get(2), set(3)]),
      reports: [{ message: "stale", at: "/flow/1/mapper/name" }],
    },
    "behind a webhook that takes several calls at once": {
      given: blueprint([webhook(1, { parameters: { hook: 1, maxResults: 5 } }), get(2), set(3)]),
      reports: [{ message: "stale", at: "/flow/1/mapper/name" }],
    },
    "behind a webhook whose number of calls is anything but a number": {
      given: blueprint([webhook(1, { parameters: { hook: 1, maxResults: { toString: 1 } } }), get(2), set(3)]),
      reports: [{ message: "later", at: "/flow/1/mapper/name" }],
    },
    "behind a module that nobody knows": {
      given: blueprint([webhook(), module(2, "own-app:listThings"), get(3), set(4)]),
      reports: [{ message: "stale", at: "/flow/2/mapper/name" }],
    },
    "the loop comes later": {
      given: blueprint([webhook(), get(2), each(3), set(4)]),
      reports: [{ message: "later", at: "/flow/1/mapper/name" }],
    },
  },
});
