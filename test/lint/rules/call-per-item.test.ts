import { callPerItem } from "../../../src/lint/rules/call-per-item.ts";
import { blueprint, filter, type JsonObject, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const each = (id = 2) => module(id, "builtin:BasicFeeder", { mapper: { array: "{{1.items}}" } });
const search = (id: number, sheet: string, more = {}) =>
  module(id, "google-sheets:filterRows", { version: 2, mapper: { sheetId: sheet }, ...more });
const tell = (id: number, text: string, more = {}) =>
  module(id, "slack:CreateMessage", { version: 4, mapper: { text }, ...more });
const looped = (...modules: readonly JsonObject[]) => blueprint([webhook(), each(), ...modules]);
const same = (at: string) => ({ message: "same", at: `${at}/module` });

describeRule(callPerItem, {
  good: {
    "a search for the item": looped(search(3, "{{2.name}}"), tell(4, "{{3.`0`}}")),
    "a search for what was found for the item": looped(
      search(3, "{{2.name}}"),
      search(4, "{{3.`0`}}"),
      tell(5, "{{4.`0`}}"),
    ),
    "a search in front of the iterator": blueprint([webhook(), search(2, "Prices"), each(3), tell(4, "{{2.`0`}}")]),
    "a search behind the aggregator": looped(
      module(3, "builtin:BasicAggregator", { parameters: { feeder: 2 }, mapper: { name: "{{2.name}}" } }),
      search(4, "Prices"),
      tell(5, "{{4.`0`}}"),
    ),
    "a search that is only made for some items": looped(
      search(3, "Prices", filter("{{2.kind}}", "text:equal", "goods")),
      tell(4, "{{3.`0`}}"),
    ),
    "a search behind a filter for some items": looped(
      setVariable(3, "", filter("{{2.`__IMTINDEX__`}}", "number:equal", "1")),
      search(4, "Prices"),
      tell(5, "{{4.`0`}}"),
    ),
    "a search on the fallback of a router": looped(
      router(
        3,
        [route(setVariable(4, "", filter("{{2.kind}}", "exist"))), route(search(5, "Prices"), tell(6, "{{5.`0`}}"))],
        { parameters: { else: 1 } },
      ),
    ),
    "a sheet that is written to for each item": looped(
      search(3, "Prices"),
      module(4, "google-sheets:addRow", { version: 2, mapper: { values: "{{3.`0`}}" } }),
    ),
    "what another service may have changed": looped(
      module(3, "google-docs:createADocument"),
      search(4, "Prices"),
      tell(5, "{{4.`0`}}"),
    ),
    "a search by the time": looped(search(3, '{{formatDate(now; "YYYY")}}'), tell(4, "{{3.`0`}}")),
    "a variable, which an earlier item may have set": looped(
      module(3, "util:GetVariable2", { mapper: { name: "n" } }),
      tell(4, "{{3.n}}"),
    ),
    "waiting between two items": looped(module(3, "util:FunctionSleep", { mapper: { duration: "1" } }), tell(4, "Hi")),
    "a message for each item": looped(tell(3, "Something came"), setVariable(4, "{{3.ts}}")),
    "a request that is repeated until there is an answer": blueprint([
      webhook(),
      module(2, "builtin:BasicRepeater", { mapper: { start: "1", repeats: "5", step: "1" } }),
      module(3, "http:MakeRequest", { version: 4, mapper: { url: "https://a.example", method: "get" } }),
      setVariable(4, "{{3.data}}"),
    ]),
    "an app that nothing is known of": looped(module(3, "my-app:Get"), tell(4, "{{3.x}}")),
    "a search in an error handler": looped(
      tell(3, "{{2.name}}", { onerror: [search(4, "Prices"), setVariable(5, "{{4.`0`}}")] }),
    ),
  },
  bad: {
    "a search that is the same for every item": {
      given: looped(search(3, "Prices"), tell(4, "{{2.name}} {{3.`0`}}")),
      reports: [same("/flow/2")],
    },
    "one that depends on what stands before the iterator": {
      given: looped(search(3, "{{1.sheet}}"), tell(4, "{{3.`0`}}")),
      reports: [same("/flow/2")],
    },
    "what is computed from one that is the same": {
      given: looped(
        module(3, "http:MakeRequest", { version: 4, mapper: { url: "https://a.example", method: "get" } }),
        module(4, "json:ParseJSON", { mapper: { json: "{{3.data}}" } }),
        tell(5, "{{4.x}}"),
      ),
      reports: [same("/flow/2"), same("/flow/3")],
    },
    "one that depends on the outer item, for every inner one": {
      given: looped(
        module(3, "builtin:BasicFeeder", { mapper: { array: "{{2.parts}}" } }),
        search(4, "{{2.name}}"),
        tell(5, "{{3.name}} {{4.`0`}}"),
      ),
      reports: [same("/flow/3")],
    },
    "one on a route": {
      given: looped(router(3, [route(search(4, "Prices"), tell(5, "{{4.`0`}}"))])),
      reports: [same("/flow/2/routes/0/flow/0")],
    },
  },
});
