import { orphanModules } from "../../../src/lint/rules/orphan-modules.ts";
import { blueprint, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const orphans = (...chains: readonly (readonly object[])[]) =>
  blueprint([webhook()], {}, { designer: { orphans: chains } });

describeRule(orphanModules, {
  good: {
    "modules that are all connected": orphans(),
    "an empty chain": orphans([]),
  },
  bad: {
    "single modules": {
      given: orphans([setVariable(2)], [setVariable(3)]),
      reports: [
        { message: "single", at: "/metadata/designer/orphans/0/0/module" },
        { message: "single", at: "/metadata/designer/orphans/1/0/module" },
      ],
    },
    "a chain, once": {
      given: orphans([setVariable(2), setVariable(3), setVariable(4)]),
      reports: [{ message: "chain", at: "/metadata/designer/orphans/0/0/module" }],
    },
  },
});
