import { unnamedModules } from "../../../src/lint/rules/unnamed-modules.ts";
import { blueprint, type JsonObject, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const many = (length: number, make: (id: number) => JsonObject) =>
  blueprint([webhook(), ...Array.from({ length }, (_, index) => make(index + 2))]);
const named = (id: number) => setVariable(id, "", { metadata: { designer: { x: 0, y: 0, name: `Step ${id}` } } });

describeRule(unnamedModules, {
  good: {
    "a small scenario": many(19, (id) => setVariable(id)),
    "names of their own": many(30, named),
    "modules of which there is one each": many(30, (id) => module(id, `acme:Do${id}`)),
    "error handlers, which stand beside their modules": many(20, (id) => ({
      ...named(id),
      onerror: [module(id + 100, "builtin:Ignore", { mapper: null })],
    })),
  },
  bad: {
    "modules that look the same": {
      given: many(30, (id) => (id % 3 === 0 ? setVariable(id) : named(id))),
      reports: [{ message: "alike", at: "/flow/2/module" }],
    },
  },
});
