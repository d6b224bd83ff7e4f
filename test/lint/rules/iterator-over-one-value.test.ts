import { iteratorOverOneValue } from "../../../src/lint/rules/iterator-over-one-value.ts";
import { blueprint, module, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const iterator = (array: unknown) => blueprint([webhook(), module(2, "builtin:BasicFeeder", { mapper: { array } })]);

describeRule(iteratorOverOneValue, {
  good: {
    "a field, which may be a list": iterator("{{1.items}}"),
    "blanks around it": iterator(" {{1.items}} "),
    "a list that is written out": iterator(["{{1.a}}", "{{1.b}}"]),
    "what a function gives that gives lists": iterator('{{split(1.text; ",")}}'),
    "what a function chooses": iterator("{{ifempty(1.items; emptyarray)}}"),
    "two lists that are joined": iterator("{{1.a[]}}{{1.b}}"),
    "a list of a bundle that a search gave": blueprint([
      webhook(),
      module(2, "datastore:SearchRecord"),
      module(3, "builtin:BasicFeeder", { mapper: { array: "{{2.data.items}}" } }),
    ]),
    "what came over a webhook, which may be a list": iterator("{{`1`}}"),
    "a bundle of a module that nobody knows": blueprint([
      webhook(),
      module(2, "acme:List"),
      module(3, "builtin:BasicFeeder", { mapper: { array: "{{`2`}}" } }),
    ]),
    "the fields of a bundle, as a list": iterator("{{toArray(`1`)}}"),
    "a bundle of a module that is gone, which another rule reports": iterator("{{`9`}}"),
    nothing: iterator(""),
    "a mapping that cannot be read": iterator("{{1.items"),
    "another module": blueprint([webhook(), module(2, "acme:Do", { mapper: { array: "text" } })]),
  },
  bad: {
    "JSON text": { given: iterator('[{"a": 1}]'), reports: [{ message: "text", at: "/flow/1/mapper/array" }] },
    "a list with something around it": {
      given: iterator("[{{1.items}}]"),
      reports: [{ message: "text", at: "/flow/1/mapper/array" }],
    },
    "the number of items": {
      given: iterator("{{length(1.items)}}"),
      reports: [{ message: "number", at: "/flow/1/mapper/array" }],
    },
    "the number of bundles": {
      given: iterator("{{1.`__IMTLENGTH__`}}"),
      reports: [{ message: "number", at: "/flow/1/mapper/array" }],
    },
    "what a search gives one by one, with a step in between": {
      given: blueprint([
        webhook(),
        module(2, "google-sheets:filterRows", { version: 2 }),
        module(3, "util:SetVariable2"),
        module(4, "builtin:BasicFeeder", { mapper: { array: "{{`2`}}" } }),
      ]),
      reports: [
        {
          message: "bundle",
          at: "/flow/3/mapper/array",
          help: "Remove the iterator: `google-sheets:filterRows (2)` gives its bundles one by one already",
        },
      ],
    },
    "the only bundle of a request": {
      given: blueprint([
        webhook(),
        module(2, "http:MakeRequest", { version: 4 }),
        module(3, "builtin:BasicFeeder", { mapper: { array: " {{`2`}} " } }),
      ]),
      reports: [{ message: "bundle", at: "/flow/2/mapper/array", help: "Map a list of the bundle" }],
    },
    "a number": { given: iterator(3), reports: [{ message: "number", at: "/flow/1/mapper/array" }] },
  },
});
