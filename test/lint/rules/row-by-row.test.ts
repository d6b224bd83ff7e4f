import { rowByRow } from "../../../src/lint/rules/row-by-row.ts";
import { blueprint, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const each = module(2, "builtin:BasicFeeder", { mapper: { array: "{{1.items}}" } });
const row = (id: number) => module(id, "google-sheets:addRow", { version: 2 });

describeRule(rowByRow, {
  good: {
    "a row for each run": blueprint([webhook(), row(2)]),
    "a row behind the aggregator": blueprint([
      webhook(),
      each,
      module(3, "builtin:BasicAggregator", { parameters: { feeder: 2 } }),
      row(4),
    ]),
    "the module for many rows": blueprint([
      webhook(),
      each,
      module(3, "google-sheets:addMultipleRows", { version: 2 }),
    ]),
    "a row that something follows on": blueprint([webhook(), each, row(3), setVariable(4, "{{3.rowNumber}}")]),
    "a row on one of several routes": blueprint([webhook(), each, router(3, [route(row(4))])]),
  },
  bad: {
    "a row for each item": {
      given: blueprint([webhook(), each, row(3)]),
      reports: [
        {
          message: "single",
          at: "/flow/2/module",
          help: "Collect the items with an array aggregator, and write them with Bulk Add Rows (Advanced) (`google-sheets:addMultipleRows`)",
        },
      ],
    },
    "a row for each item, with something computed before": {
      given: blueprint([webhook(), each, setVariable(3, "{{2.name}}"), row(4)]),
      reports: [{ message: "single", at: "/flow/3/module" }],
    },
  },
});
