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
    change: set("9/filter/conditions/1/0", {
      a: "{{ifempty(1.response_data.selected_value; 1.response_data)}}",
      o: "text:equal",
      b: "Reject",
    }),
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

  // Modules and their fields
  {
    name: "a connection that is chosen on import",
    in: "status",
    change: remove("5/parameters/__IMTCONN__"),
  },
  { name: "a webhook that is made on import", in: "greeting: caller", change: remove("1/parameters/hook") },
  { name: "a data store that is chosen on import", in: "orders", change: remove("9/parameters/datastore") },
  { name: "a pause as long as Make allows", in: "support", change: set("11/mapper/duration", 300) },
  { name: "a length of a pause that is mapped", in: "support", change: set("11/mapper/duration", "{{2.result.wait}}") },
  {
    name: "a static parameter that is an input",
    in: "greeting: callee",
    change: set("2/parameters/datastore", "{{var.input.customer}}"),
  },
  {
    name: "a request whose refusal is looked at",
    in: "status",
    change: [
      set("1/mapper/stopOnHttpError", false),
      edit("2/mapper/json", "1.data", "if(1.statusCode = 200; 1.data; emptystring)"),
    ],
  },
  {
    name: "an aggregator that makes its list for a module behind it",
    in: "orders",
    change: set("7/parameters/target", "9.data"),
  },
  { name: "a status that is mapped", in: "greeting: caller", change: set("4/mapper/status", "{{2.greeting}}") },
  {
    name: "a loss that is noted before the error is ignored",
    in: "status",
    change: set("8/onerror", [
      step(9, "util:SetVariable2@1", "Lost", {
        mapper: { name: "lost", scope: "roundtrip", value: "{{8.error.message}}" },
      }),
      step(90, "builtin:Ignore@1", "Ignore", { mapper: null }),
    ]),
  },
  {
    name: "a Rollback where everything is committed at the end",
    in: "orders",
    change: [
      set("13/onerror", [step(14, "builtin:Rollback@1", "Take it back", { mapper: null })]),
      set("/metadata/scenario/autoCommit", false),
    ],
  },
  {
    name: "a schedule of a scenario that asks",
    in: "status",
    change: set("/scheduling", { type: "indefinitely", interval: 900 }),
  },
  {
    name: "data loss where nothing is stored",
    in: "greeting: callee",
    change: [set("/metadata/scenario/dlq", false), set("/metadata/scenario/dataloss", true)],
  },
  {
    name: "a filter behind a lookup that it reads",
    in: "status",
    change: [remove("5/filter"), set("8/filter/conditions/0/1", { a: "{{5.`0`}}", o: "notexist" })],
  },
  {
    name: "an option in capitals, compared without regard to case",
    in: "expenses",
    change: [
      set("6/filter/conditions/0/1/o", "text:equal:ci"),
      set("6/filter/conditions/0/1/a", "{{ifempty(4.response_data.selected_value; 4.response_data)}}"),
      set("6/filter/conditions/0/1/b", "Approve"),
    ],
  },
  {
    name: "a third option that the way for everything else takes",
    in: "expenses",
    change: edit("2/mapper/response_config", '"Reject"', '"Reject", "Ask back"'),
  },
  {
    name: "a missing answer that a mapping replaces",
    in: "travel: act",
    change: edit("5/mapper/subject", "{{2.destination}}", '{{ifempty(1.response_data; "nowhere")}}'),
  },
  {
    name: "a request whose answer is asked for under its own id alone",
    in: "travel: ask",
    change: remove("3/mapper/callback_url"),
  },
  {
    name: "a call whose inputs and outputs are those of the called scenario",
    in: "greeting: caller",
    change: set("2/mapper/data/customer", "{{1.customer}} and all others"),
    beside: ["greeting: callee", "orders", "moderation"],
  },
  {
    name: "a sum that is kept from pass to pass",
    in: "status",
    change: [
      insert("10", step(90, "util:GetVariable2@1", "Before", { mapper: { name: "added" } })),
      edit("10/mapper/value", "4.name", "90.added + 4.name"),
    ],
  },
  {
    name: "a limit that is looser than that of the branch before",
    in: "moderation",
    change: set("4/branches/1/conditions/0/0", { a: "{{2.data.score}}", o: "number:less", b: "0.3" }),
  },
  {
    name: "answers that are looked for twice a day, where other scenarios have them sent",
    in: "access: act",
    change: set("/scheduling/interval", 43_200),
    beside: ["travel: ask", "expenses"],
  },
];
