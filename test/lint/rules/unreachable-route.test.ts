import { unreachableRoute } from "../../../src/lint/rules/unreachable-route.ts";
import { blueprint, type JsonObject, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

type Comparison = readonly [a: string, o: string, b?: string];

const conditions = (groups: readonly (readonly Comparison[])[]): unknown =>
  groups.map((group) => group.map(([a, o, b]) => (b === undefined ? { a, o } : { a, o, b })));
const filtered = (id: number, ...groups: readonly (readonly Comparison[])[]): JsonObject =>
  setVariable(id, "", { filter: { name: "", conditions: conditions(groups) } });
const is = (status: string): Comparison => ["{{1.status}}", "text:equal", status];
const above: Comparison = ["{{1.total}}", "number:greater", "100"];
const below: Comparison = ["{{1.total}}", "number:less", "50"];

const ifElse = (id: number, groups: readonly (readonly Comparison[])[], ...flow: readonly JsonObject[]): JsonObject =>
  module(id, "builtin:BasicIfElse", {
    mapper: null,
    branches: [
      { type: "condition", label: "", merge: false, conditions: conditions(groups), flow },
      { type: "else", label: "", merge: false, flow: [filtered(id + 50, [is("open")])] },
    ],
  });

const AT = "/filter/conditions/0/0";

describeRule(unreachableRoute, {
  good: {
    "the same condition again": blueprint([webhook(), filtered(2, [is("paid")]), filtered(3, [is("paid")])]),
    "another value": blueprint([
      webhook(),
      filtered(2, [is("paid")]),
      filtered(3, [["{{1.kind}}", "text:equal", "a"]]),
    ]),
    "routes beside each other": blueprint([
      webhook(),
      router(2, [route(filtered(3, [is("paid")])), route(filtered(4, [is("open")]))]),
    ]),
    "behind a router's route": blueprint([
      webhook(),
      router(2, [route(filtered(3, [is("paid")])), route(router(4, [route(filtered(5, [is("open")]))]))]),
    ]),
    "alternatives further up": blueprint([
      webhook(),
      filtered(2, [is("paid")], [is("open")]),
      filtered(3, [is("open")]),
    ]),
    "an alternative that is left": blueprint([
      webhook(),
      filtered(2, [is("paid")]),
      filtered(3, [is("open")], [is("paid"), above]),
    ]),
    "the other branch": blueprint([webhook(), ifElse(2, [[is("paid")]], setVariable(3))]),
    "behind an aggregator": blueprint([
      webhook(),
      module(2, "builtin:BasicFeeder", { mapper: { array: "{{1.list}}" } }),
      filtered(3, [is("paid")]),
      module(4, "builtin:BasicAggregator", { parameters: { feeder: 2 } }),
      filtered(5, [is("open")]),
    ]),
    "behind an aggregator of a source further up": blueprint([
      webhook(),
      module(2, "builtin:BasicFeeder", { mapper: { array: "{{1.list}}" } }),
      router(3, [
        route(
          filtered(4, [is("paid")]),
          module(5, "builtin:BasicAggregator", { parameters: { feeder: 2 } }),
          filtered(6, [is("open")]),
        ),
      ]),
    ]),
    "a throw of the dice": blueprint([
      webhook(),
      filtered(2, [["{{random}}", "number:greater", "0.5"]]),
      filtered(3, [["{{random}}", "number:less", "0.5"]]),
    ]),
    "a contradiction within the filter itself": blueprint([
      webhook(),
      filtered(2, [["{{1.total}}", "exist"]]),
      filtered(3, [above, below]),
    ]),
    "many conditions on one value": blueprint([
      webhook(),
      ...Array.from({ length: 60 }, (_, index) => filtered(index + 2, [["{{1.total}}", "number:greater", `${index}`]])),
    ]),
  },
  bad: {
    "another answer, further down": {
      given: blueprint([webhook(), filtered(2, [is("paid")]), setVariable(3), filtered(4, [is("open")])]),
      reports: [{ message: "never", at: `/flow/3${AT}` }],
    },
    "a bound that stands on the other side": {
      given: blueprint([webhook(), filtered(2, [above]), filtered(3, [["50", "number:greater", "{{1.total}}"]])]),
      reports: [{ message: "never", at: `/flow/2${AT}` }],
    },
    "a text that does not begin so": {
      given: blueprint([webhook(), filtered(2, [is("paid")]), filtered(3, [["{{1.status}}", "text:startwith", "un"]])]),
      reports: [{ message: "never", at: `/flow/2${AT}` }],
    },
    "on a route of a route": {
      given: blueprint([
        webhook(),
        router(2, [route(filtered(3, [above]), router(4, [route(filtered(5, [is("paid"), below]))]))]),
      ]),
      reports: [{ message: "never", at: "/flow/1/routes/0/flow/1/routes/0/flow/0/filter/conditions/0/1" }],
    },
    "in a branch": {
      given: blueprint([webhook(), ifElse(2, [[is("paid")]], filtered(3, [is("open")]))]),
      reports: [{ message: "never", at: `/flow/1/branches/0/flow/0${AT}` }],
    },
    "a branch behind a filter": {
      given: blueprint([webhook(), filtered(2, [below]), ifElse(3, [[above]], setVariable(4))]),
      reports: [{ message: "never", at: "/flow/2/branches/0/conditions/0/0" }],
    },
    "in an error handler": {
      given: blueprint([
        webhook(),
        filtered(2, [is("paid")]),
        module(3, "http:MakeRequest", { version: 4, onerror: [filtered(4, [is("open")])] }),
      ]),
      reports: [{ message: "never", at: `/flow/2/onerror/0${AT}` }],
    },
    "alternatives of which none is left": {
      given: blueprint([webhook(), filtered(2, [is("paid")]), filtered(3, [is("open")], [is("new")])]),
      reports: [{ message: "never", at: "/flow/2/filter/conditions" }],
    },
    "branches of which none is left": {
      given: blueprint([webhook(), filtered(2, [is("paid")]), ifElse(3, [[is("open")], [is("new")]], setVariable(4))]),
      reports: [
        { message: "never", at: "/flow/2/branches/0/conditions" },
        { message: "never", at: `/flow/2/branches/1/flow/0${AT}` },
      ],
    },
    existence: {
      given: blueprint([
        webhook(),
        filtered(2, [["{{1.email}}", "exist"]]),
        filtered(3, [["{{1.email}}", "notexist"]]),
      ]),
      reports: [{ message: "never", at: `/flow/2${AT}` }],
    },
  },
});
