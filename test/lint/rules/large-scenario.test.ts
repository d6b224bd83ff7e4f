import { largeScenario } from "../../../src/lint/rules/large-scenario.ts";
import { blueprint, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const chain = (modules: number) =>
  blueprint([webhook(), ...Array.from({ length: modules - 1 }, (_, index) => setVariable(index + 2))]);

describeRule(largeScenario, {
  good: {
    "as many modules as are fine": chain(150),
    "modules that hang on nothing": blueprint(
      [webhook()],
      {},
      { designer: { orphans: [Array.from({ length: 200 }, (_, index) => setVariable(index + 2))] } },
    ),
    "no modules": blueprint([]),
  },
  bad: {
    "one module more": { given: chain(151), reports: [{ message: "large", at: "/flow" }] },
  },
});
