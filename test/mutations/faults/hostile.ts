// Faults in places that are hard to point at: behind emoji and escapes, in long texts, in JSON inside of text.

import { step } from "../clean/build.ts";
import { edit, insert, type Mutation, set } from "../mutation.ts";

const BODY = "7/mapper/jsonStringBodyContent";

export const hostile: readonly Mutation[] = [
  {
    fault: "A deleted module is read behind a family of emoji",
    in: "status",
    change: set("12/mapper/text", "👩‍👩‍👧‍👦 🇪🇺 é {{77.name}}"),
    finds: "dangling-reference",
    at: "12/mapper/text",
    marks: "77.name",
  },
  {
    fault: "A deleted module is read on the fourth line, behind quotes and backslashes",
    in: "status",
    change: set("12/mapper/text", 'C:\\temp\\"a"\n\tsecond\r\n\u0007\n{{4.name}} {{77.name}}'),
    finds: "dangling-reference",
    at: "12/mapper/text",
    marks: "77.name",
  },
  {
    fault: "A deleted module is read among twenty that are there",
    in: "orders",
    change: set("8/mapper/value", `${"{{1.order.id}} ".repeat(10)}{{77.id}}${" {{1.order.id}}".repeat(10)}`),
    finds: "dangling-reference",
    at: "8/mapper/value",
    marks: "77.id",
  },
  {
    fault: "A deleted module is read inside of five functions",
    in: "orders",
    change: set("8/mapper/value", '{{if(1.a; upper(trim(replace(ifempty(77.`Full name`; "-"); "x"; "y"))); "")}}'),
    finds: "dangling-reference",
    at: "8/mapper/value",
    marks: "77.`Full name`",
  },
  {
    fault: "A deleted module is the position in a list",
    in: "orders",
    change: set("8/mapper/value", "{{7.array[77.position].sku}}"),
    finds: "dangling-reference",
    at: "8/mapper/value",
    marks: "77.position",
  },
  {
    fault: "A deleted module is read under a key with a slash and a tilde",
    in: "orders",
    change: set("9/mapper/data/net~1gross~0", "{{77.net}}"),
    finds: "dangling-reference",
    at: "9/mapper/data/net~1gross~0",
    marks: "77.net",
  },
  {
    fault: "A deleted module is read in JSON inside of a text",
    in: "moderation",
    change: edit(BODY, "{{escapeJSON(1.post.id)}}", "{{escapeJSON(77.post.id)}}"),
    finds: "dangling-reference",
    at: BODY,
    marks: "77.post.id",
  },
  {
    fault: "A comma separates arguments in JSON inside of a text, behind line breaks",
    in: "moderation",
    change: edit(BODY, "1.post.text; 0; 1500", "1.post.text; 0, 1500"),
    finds: "invalid-expression",
    at: BODY,
    marks: ",",
  },
  {
    fault: "A text in a mapping looks like the end of one",
    in: "greeting: callee",
    change: edit("4/mapper/greeting", "2.name", '"}}" + 2.name'),
    finds: "suspicious-expression",
    at: "4/mapper/greeting",
    marks: '"}}"',
  },
  {
    fault: "An option far down in JSON text has a tab and an accent in its color",
    in: "travel: ask",
    change: edit(
      "3/mapper/response_config",
      '"label": "They stay"',
      '"label": "Sie\\u00a0bleiben\\tda", "color": "röt"',
    ),
    finds: "hitl/color-hex",
    at: "3/mapper/response_config",
    marks: '"röt"',
  },
  {
    fault: "The default is a label with an emoji",
    in: "travel: ask",
    change: [edit("3/mapper/response_config", '"They stay"', '"🛑 Stay"'), set("3/mapper/default_response", "🛑 Stay")],
    finds: "hitl/default-label-not-value",
    at: "3/mapper/default_response",
    marks: "🛑 Stay",
  },
  {
    fault: "A module reads itself through a tenfold detour",
    in: "orders",
    change: set("8/mapper/value", `{{${"upper(".repeat(10)}8.total${")".repeat(10)}}}`),
    finds: "unreachable-reference",
    at: "8/mapper/value",
    marks: "8.total",
  },
  {
    fault: "A module deep in routes of routes reads another route",
    in: "status",
    change: set("13", {
      ...step(13, "builtin:BasicRouter@1", "In the error handler", { mapper: null }),
      routes: [
        { flow: [step(90, "util:SetVariable2@1", "Left", { mapper: { name: "l", scope: "roundtrip", value: "" } })] },
        {
          flow: [
            step(91, "util:SetVariable2@1", "Right", {
              mapper: { name: "r", scope: "roundtrip", value: "{{12.error.message}} {{90.l}}" },
            }),
          ],
        },
      ],
    }),
    finds: "unreachable-reference",
    at: "91/mapper/value",
    marks: "90.l",
  },
  {
    fault: "A tool of an agent reads a module behind the agent",
    in: "greeting: caller",
    change: insert("4", {
      ...step(90, "ai-local-agent:RunLocalAIAgent@0", "Agent", {
        mapper: { messages: "{{1.customer}}" },
        onerror: [step(92, "builtin:Ignore@1", "Ignore", { mapper: null })],
      }),
      tools: [
        {
          name: "look_up",
          description: "Looks a customer up",
          flow: [
            step(91, "util:SetVariable2@1", "Look up", {
              mapper: { name: "c", scope: "roundtrip", value: "{{4.status}}" },
            }),
          ],
        },
      ],
    }),
    finds: "unreachable-reference",
    at: "91/mapper/value",
    marks: "4.status",
  },
  {
    fault: "A module whose name breaks the line of a report reads a deleted one",
    in: "greeting: callee",
    change: [
      set("4/metadata/designer/name", "Greeting\n::error::all is fine"),
      edit("4/mapper/greeting", "2.name", "77.name"),
    ],
    finds: "dangling-reference",
    at: "4/mapper/greeting",
    marks: "77.name",
  },
];
