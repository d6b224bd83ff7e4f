import { mergeArity } from "../../../src/lint/rules/merge-arity.ts";
import { blueprint, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const ifElse = module(2, "builtin:BasicIfElse", {
  branches: [true, false, true].map((merge, index) => ({
    type: "condition",
    label: "",
    merge,
    flow: [setVariable(3 + index)],
  })),
});
const merged = (more: object) =>
  blueprint([webhook(), ifElse, module(9, "builtin:BasicMerge", { mapper: null, ...more })]);

describeRule(mergeArity, {
  good: {
    "one mapping and one filter for each branch that is merged": merged({
      outputs: [{ name: "sla", mappings: ["{{3.v}}", "{{5.v}}"] }],
      filters: [null, null],
    }),
    "no outputs and no filters": merged({}),
    "a merge without an if-else, which another rule reports": blueprint([
      webhook(),
      module(9, "builtin:BasicMerge", { outputs: [{ name: "sla", mappings: ["a"] }] }),
    ]),
  },
  bad: {
    "a mapping for a branch that ends for itself": {
      given: merged({
        outputs: [
          { name: "sla", mappings: ["{{3.v}}", "{{5.v}}"] },
          { name: "team", mappings: ["a", "b", "c"] },
        ],
      }),
      reports: [{ message: "mappings", at: "/flow/2/outputs/1/mappings" }],
    },
    "an output without mappings": {
      given: merged({ outputs: [{ name: "sla" }] }),
      reports: [{ message: "mappings", at: "/flow/2/outputs/0" }],
    },
    "a filter too few": {
      given: merged({ outputs: [], filters: [null] }),
      reports: [{ message: "filters", at: "/flow/2/filters" }],
    },
  },
});
