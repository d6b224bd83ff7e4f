import { misplacedField } from "../../../src/lint/rules/misplaced-field.ts";
import { blueprint, type JsonObject, module, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const sleep = (more: JsonObject) => blueprint([webhook(), module(2, "util:FunctionSleep", more)]);

describeRule(misplacedField, {
  good: {
    "a field in its place": sleep({ mapper: { duration: "5" } }),
    "a key that no form has": sleep({ mapper: { duration: "5" }, parameters: { note: "x" } }),
    "one left over beside the one that counts": sleep({ mapper: { duration: "5" }, parameters: { duration: 5 } }),
    "an empty one": sleep({ mapper: { duration: "5" }, parameters: { duration: null } }),
    "a key of one's own among free ones": blueprint([
      webhook(),
      module(2, "json:CreateJSON", { mapper: { type: "invoice" } }),
    ]),
    "a module that nobody has described": blueprint([webhook(), module(2, "acme:Do", { parameters: { a: 1 } })]),
  },
  bad: {
    "a mapped field among the static ones": {
      given: sleep({ parameters: { duration: 5 } }),
      reports: [{ message: "misplaced", at: "/flow/1/parameters/duration", help: "Move it to `mapper`" }],
    },
    "a static field among the mapped ones": {
      given: blueprint([
        webhook(),
        module(2, "datastore:GetRecord", { mapper: { datastore: 7, key: "{{1.id}}", returnWrapped: false } }),
      ]),
      reports: [{ message: "misplaced", at: "/flow/1/mapper/datastore", help: "Move it to `parameters`" }],
    },
    "a field that the editor's picture has elsewhere": {
      given: blueprint([
        webhook(),
        module(2, "acme:Do", {
          parameters: { title: "x" },
          metadata: { designer: { x: 0, y: 0 }, expect: [{ name: "title", type: "text", label: "Title" }] },
        }),
      ]),
      reports: [{ message: "misplaced", at: "/flow/1/parameters/title" }],
    },
  },
});
