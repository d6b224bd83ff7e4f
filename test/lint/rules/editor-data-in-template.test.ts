import { editorDataInTemplate } from "../../../src/lint/rules/editor-data-in-template.ts";
import { blueprint, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const nowhere = { zone: undefined };

describeRule(editorDataInTemplate, {
  good: {
    "names and places": blueprint([webhook(), setVariable(2)], {}, nowhere),
    "a description": { ...blueprint([webhook()], {}, nowhere), description: "What it does" },
    "what a module that hangs on nothing has": blueprint(
      [webhook()],
      {},
      {
        ...nowhere,
        designer: { orphans: [[setVariable(2, "", { metadata: { restore: {} } })]] },
      },
    ),
  },
  bad: {
    "captions and forms": {
      given: blueprint(
        [
          webhook(1, { metadata: { restore: {}, parameters: [] } }),
          setVariable(2, "", { metadata: { expect: [], restore: {} } }),
        ],
        {},
        nowhere,
      ),
      reports: [
        { message: "modules", at: "/flow/0/metadata/parameters" },
        { message: "modules", at: "/flow/0/metadata/restore" },
        { message: "modules", at: "/flow/1/metadata/expect" },
      ],
    },
    "a data centre": {
      given: blueprint([webhook()]),
      reports: [{ message: "zone", at: "/metadata/zone", text: "eu1.make.com" }],
    },
    "a schedule": {
      given: { ...blueprint([webhook()], {}, nowhere), scheduling: { type: "immediately" } },
      reports: [{ message: "topLevel", at: "/scheduling" }],
    },
  },
});
