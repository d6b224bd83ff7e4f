import { filterTooLate } from "../../../src/lint/rules/filter-too-late.ts";
import { blueprint, filter, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const search = (id: number, more = {}) => module(id, "google-sheets:filterRows", { version: 2, ...more });
const tell = (id: number, text: string, more = {}) =>
  module(id, "slack:CreateMessage", { version: 4, mapper: { text }, ...more });
const urgent = filter("{{1.urgent}}", "boolean:equal", "true");
const request = (id: number, method: string) => module(id, "http:MakeRequest", { version: 4, mapper: { method } });

describeRule(filterTooLate, {
  good: {
    "a filter that needs the search": blueprint([
      webhook(),
      search(2),
      tell(3, "{{2.`0`}}", filter("{{2.`1`}}", "exist")),
    ]),
    "a filter in front of the search": blueprint([webhook(), search(2, urgent), tell(3, "{{2.`0`}}")]),
    "what is written for every bundle": blueprint([webhook(), tell(2, "{{1.id}}"), tell(3, "{{2.ts}}", urgent)]),
    "a request that changes something": blueprint([webhook(), request(2, "post"), tell(3, "{{2.data}}", urgent)]),
    "an app that nothing is known of": blueprint([webhook(), module(2, "my-app:Get"), tell(3, "{{2.data}}", urgent)]),
    "a variable, which other routes may read": blueprint([webhook(), setVariable(2), tell(3, "{{2.v}}", urgent)]),
    "a search whose result nobody reads": blueprint([webhook(), search(2), tell(3, "Hello", urgent)]),
    "the search right behind the trigger that cannot be filtered": blueprint([
      search(1),
      search(2, filter("{{1.`0`}}", "exist")),
    ]),
    "the first module of a route, which decides on the fallback": blueprint([
      webhook(),
      router(2, [route(search(3), tell(4, "{{3.`0`}}", urgent))]),
    ]),
    "a filter on the router, which has a rule of its own": blueprint([
      webhook(),
      search(2),
      router(3, [route(tell(4, "{{2.`0`}}"))], urgent),
    ]),
    "an iterator": blueprint([
      webhook(),
      module(2, "builtin:BasicFeeder", { mapper: { array: "{{1.items}}" } }),
      tell(3, "{{2.name}}", urgent),
    ]),
    "a search whose bundles are collected, also when there is none": blueprint([
      webhook(),
      search(2),
      setVariable(3, "{{2.`0`}}", urgent),
      module(4, "builtin:BasicAggregator", { parameters: { feeder: 2 } }),
    ]),
    "a filter that reads no module": blueprint([
      webhook(),
      search(2),
      tell(3, "{{2.`0`}}", filter("{{now}}", "exist")),
    ]),
    "an empty filter": blueprint([webhook(), search(2), tell(3, "{{2.`0`}}", { filter: null })]),
  },
  bad: {
    "a search that the filter does not need": {
      given: blueprint([webhook(), search(2), tell(3, "{{2.`0`}}", urgent)]),
      reports: [
        {
          message: "late",
          at: "/flow/2/filter",
          help: "Move the filter to `google-sheets:filterRows (2)`: all that it reads is known there",
        },
      ],
    },
    "a request and what reads its answer": {
      given: blueprint([
        webhook(),
        request(2, "get"),
        module(3, "json:ParseJSON", { mapper: { json: "{{2.data}}" } }),
        tell(4, "{{3.name}}", urgent),
      ]),
      reports: [{ message: "late", at: "/flow/3/filter" }],
    },
    "a search behind the one that the filter needs": {
      given: blueprint([webhook(), search(2), search(3), tell(4, "{{3.`0`}}", filter("{{2.`0`}}", "exist"))]),
      reports: [
        {
          message: "late",
          at: "/flow/3/filter",
          help: "Move the filter to `google-sheets:filterRows (3)`: all that it reads is known there",
        },
      ],
    },
  },
});
