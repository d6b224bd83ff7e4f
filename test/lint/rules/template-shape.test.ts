import { templateShape } from "../../../src/lint/rules/template-shape.ts";
import { blueprint, type JsonObject, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const ifElse = (id: number, merge: boolean, ...flow: readonly JsonObject[]): JsonObject =>
  module(id, "builtin:BasicIfElse", { mapper: null, branches: [{ type: "else", label: "Else", merge, flow }] });
const merge = (id: number, more: JsonObject = {}): JsonObject =>
  module(id, "builtin:BasicMerge", { mapper: null, outputs: [{ name: "a", mappings: ["1"] }], ...more });

describeRule(templateShape, {
  good: {
    "what the editor writes": blueprint([webhook(), router(2, [route(setVariable(3))])]),
    "a name as long as may be": { ...blueprint([webhook()]), name: "n".repeat(120) },
    "a merge without a mapper": blueprint([
      webhook(),
      ifElse(2, true, setVariable(3)),
      merge(4, { mapper: undefined }),
    ]),
    "a router on a route": blueprint([webhook(), router(2, [route(router(3, [route(setVariable(4))]))])]),
    "a router in a branch that is to be merged": blueprint([
      webhook(),
      ifElse(2, true, router(3, [route(setVariable(4))])),
      merge(5),
    ]),
  },
  bad: {
    "no name": { given: { ...blueprint([webhook()]), name: " " }, reports: [{ message: "noName", at: "/name" }] },
    "a name that is too long": {
      given: { ...blueprint([webhook()]), name: "n".repeat(121) },
      reports: [{ message: "longName", at: "/name" }],
    },
    "neither settings nor a list": {
      given: { ...blueprint([webhook()]), metadata: { version: 1 } },
      reports: [
        { message: "noSettings", at: "/metadata" },
        { message: "noOrphans", at: "/metadata" },
      ],
    },
    "modules without a place": {
      given: blueprint([
        webhook(1, { metadata: undefined }),
        setVariable(2, "", { metadata: { designer: { x: 300 } } }),
      ]),
      reports: [
        { message: "noPosition", at: "/flow/0/module" },
        { message: "noPosition", at: "/flow/1/metadata/designer" },
      ],
    },
    "a router with a mapper, and without one": {
      given: blueprint([
        webhook(),
        router(2, [route(setVariable(3)), route(router(4, [route(setVariable(5))], { mapper: undefined }))], {
          mapper: {},
        }),
      ]),
      reports: [
        { message: "mapper", at: "/flow/1/mapper" },
        { message: "mapper", at: "/flow/1/routes/1/flow/0/module" },
      ],
    },
    "a merge with a mapper": {
      given: blueprint([webhook(), ifElse(2, true, setVariable(3)), merge(4, { mapper: {} })]),
      reports: [{ message: "mapper", at: "/flow/2/mapper" }],
    },
    "an if-else without branches": {
      given: blueprint([webhook(), module(2, "builtin:BasicIfElse", { mapper: null, branches: [] })]),
      reports: [{ message: "noBranches", at: "/flow/1/module" }],
    },
    "a merge without outputs": {
      given: blueprint([webhook(), ifElse(2, true, setVariable(3)), merge(4, { outputs: [] })]),
      reports: [{ message: "noOutputs", at: "/flow/2/module" }],
    },
    "a router in a branch": {
      given: blueprint([webhook(), ifElse(2, false, router(3, [route(setVariable(4))]))]),
      reports: [{ message: "nested", at: "/flow/1/branches/0/flow/0/module" }],
    },
  },
});
