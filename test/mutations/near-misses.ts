// What comes close to a fault and is none: the linter must not say a word.

import { step } from "./clean/build.ts";
import { edit, insert, move, type NearMiss, remove, set } from "./mutation.ts";

export const nearMisses: readonly NearMiss[] = [
  { name: "an id far beyond the others", in: "greeting: callee", change: set("4/id", 4711) },
  { name: "a name of the canvas that is used twice", in: "orders", change: set("9/metadata/designer/name", "Total") },
  {
    name: "an id that stands in a text, outside of a mapping",
    in: "greeting: callee",
    change: edit("4/mapper/greeting", "Hello", "Hello 99.name {99.name}"),
  },
  {
    name: "a number with decimals that looks like a module",
    in: "orders",
    change: set("8/mapper/value", "{{8.5 + 99.9}}"),
  },
  {
    name: "a reference inside of a text of a mapping",
    in: "greeting: callee",
    change: edit("4/mapper/greeting", "2.name", '"99.name" + 2.name'),
  },
  {
    name: "commas, braces and quotes in the text of an argument",
    in: "orders",
    change: set("8/mapper/value", '{{join(map(7.array; "sku"); ", {""} ")}}'),
  },
  {
    name: "conditions that are joined with two ampersands",
    in: "orders",
    change: set("8/mapper/value", "{{if(7.array && 1.order; 1; 0)}}"),
  },
  {
    name: "blanks around everything in a mapping",
    in: "orders",
    change: set("8/mapper/value", "{{  sum( 7.array )  }}"),
  },
  {
    name: "an iterator's item that is read by the aggregator that collects it",
    in: "orders",
    change: set("7/mapper/name", "{{2.name}}"),
  },
  {
    name: "the iterator's source, read behind the aggregator",
    in: "orders",
    change: edit("13/mapper/subject", "1.order.id", "1.order.items[1].sku"),
  },
  {
    name: "the error of the module that an error handler belongs to",
    in: "orders",
    change: insert(
      "9/onerror/0",
      step(90, "util:SetVariable2@1", "Lost", { mapper: { name: "lost", value: "{{9.error.message}} {{8.total}}" } }),
    ),
  },
  {
    name: "the key of a group, in backticks",
    in: "orders",
    change: [set("7/flags/groupBy", "{{2.category}}"), edit("13/mapper/subject", "1.order.id", "7.`__IMTKEY__`")],
  },
  { name: "a router whose routes all run", in: "status", change: [remove("8/filter"), remove("11/filter")] },
  {
    name: "a fallback with a filter of its own",
    in: "travel: act",
    change: set("11/filter", { name: "Cheaper", conditions: [[{ a: "{{2.cost}}", o: "exist" }]] }),
  },
  {
    name: "a fallback that stands first",
    in: "travel: act",
    change: [move("4/routes/2", "4/routes/0"), set("4/parameters/else", 0)],
  },
  {
    name: "a filter of the trigger without conditions",
    in: "support",
    change: set("1/filter", { name: "", conditions: [] }),
  },
  { name: "an empty second operand", in: "status", change: set("11/filter/conditions/0/0/b", "") },
  {
    name: "an operator that looks at one value, with an empty second one left over",
    in: "orders",
    change: set("3/filter/conditions/0/1/b", ""),
  },
  {
    name: "a range of numbers",
    in: "orders",
    change: set("9/filter/conditions/0", [
      { a: "{{8.total}}", o: "number:greaterorequal", b: "1" },
      { a: "{{8.total}}", o: "number:lessorequal", b: "1" },
    ]),
  },
  {
    name: "two answers that are alternatives",
    in: "travel: act",
    change: set("9/filter/conditions/1/0", { a: "{{1.response_data.selected_value}}", o: "text:equal", b: "Reject" }),
  },
  {
    name: "a text that contains two others",
    in: "status",
    change: set("11/filter/conditions/0", [
      { a: "{{4.name}}", o: "text:contain", b: "API" },
      { a: "{{4.name}}", o: "text:contain", b: "EU" },
    ]),
  },
  {
    name: "the field of a data store, which is no mapping",
    in: "orders",
    change: set("3/mapper/filter/0/0", { a: "sku", o: "text:equal", b: "A-17" }),
  },
  {
    name: "a fixed value that is compared with a mapped one",
    in: "status",
    change: set("11/filter/conditions/0/0", { a: "critical", o: "text:equal", b: "{{4.impact}}" }),
  },
  {
    name: "a step that is not stored when it fails",
    in: "greeting: callee",
    change: set("/metadata/scenario/dlq", false),
  },
  {
    name: "an error handler that ends without a directive",
    in: "travel: ask",
    change: set("3/onerror", [
      step(4, "util:SetVariable2@1", "Lost", { mapper: { name: "lost", value: "{{3.error.message}}" } }),
    ]),
  },
  {
    name: "a token that comes from a variable of the organization",
    in: "orders",
    change: set("5/mapper/headers/1", { name: "Authorization", value: "Bearer {{var.organization.priceToken}}" }),
  },
  {
    name: "a placeholder for a token",
    in: "orders",
    change: set("5/mapper/headers/1", { name: "Authorization", value: "Bearer YOUR_API_TOKEN" }),
  },
  {
    name: "an id in a header that is no secret",
    in: "orders",
    change: set("5/mapper/headers/1", { name: "X-Request-Id", value: "9f86d081884c7d659a2feaa0c55ad015" }),
  },
  {
    name: "a limit on tokens of a language model",
    in: "support",
    change: set("2/mapper/max_tokens", "4000"),
  },
  {
    name: "an address of http in the text of a message",
    in: "travel: act",
    change: edit("11/mapper/text", "Look", "See http://go/travel and look"),
  },
  {
    name: "a variable whose name is known only at run time",
    in: "status",
    change: set("11/mapper/name", "added-{{4.id}}"),
  },
  {
    name: "a default that refuses although its label says approve",
    in: "travel: ask",
    change: edit("3/mapper/response_config", "They stay", "Do not approve"),
  },
  {
    name: "a default spelt as the generated value of its option",
    in: "travel: ask",
    change: [
      set("3/mapper/response_config", '{"options": ["Approve", "Not this year"], "required": true}'),
      set("3/mapper/default_response", "not_this_year"),
    ],
  },
];
