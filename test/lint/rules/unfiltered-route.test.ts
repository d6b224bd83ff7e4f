import { unfilteredRoute } from "../../../src/lint/rules/unfiltered-route.ts";
import { blueprint, filter, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const gold = filter("{{1.tier}}", "text:equal", "gold");
const filtered = (id: number) => route(setVariable(id, "", gold));
const open = (id: number, more = {}) => route(setVariable(id, "", more));
const routed = (routes: readonly ReturnType<typeof route>[], parameters = {}) =>
  blueprint([webhook(), router(2, routes, { parameters })]);

describeRule(unfilteredRoute, {
  good: {
    "a filter on each route": routed([filtered(3), filtered(4)]),
    "no filter at all: every route is meant": routed([open(3), open(4), open(5)]),
    "the fallback, wherever it stands": routed([open(3), filtered(4)], { else: 0 }),
    "a last route that goes on with what the others have set": routed([
      filtered(3),
      route(module(4, "util:GetVariable2", { mapper: { name: "v" } })),
    ]),
    "a single route": routed([open(3)]),
    "a route that is switched off": routed([filtered(3), { ...open(4), disabled: true }]),
    "an empty route, which another rule reports": routed([filtered(3), route()]),
    "a route that begins with a filtered router": routed([
      filtered(3),
      route(router(4, [route(setVariable(5))], filter("{{1.tier}}", "exist"))),
    ]),
    "a route that begins with a router or an if-else, which decide": routed([
      filtered(3),
      route(router(4, [filtered(5)])),
      route(module(6, "builtin:BasicIfElse")),
    ]),
    "open routes beside a route that begins with a router": routed([open(3), route(router(4, [open(5)]))]),
  },
  bad: {
    "an open route among filtered ones": {
      given: routed([filtered(3), open(4)]),
      reports: [{ message: "takesAll", at: "/flow/1/routes/1" }],
    },
    "filters without conditions": {
      given: routed([filtered(3), open(4, { filter: null }), open(5, { filter: { name: "Other", conditions: [] } })]),
      reports: [
        { message: "takesAll", at: "/flow/1/routes/1" },
        { message: "takesAll", at: "/flow/1/routes/2" },
      ],
    },
    "an open route beside the fallback": {
      given: routed([filtered(3), open(4), open(5)], { else: 2 }),
      reports: [{ message: "starvesFallback", at: "/flow/1/routes/1" }],
    },
    "a route that reads a variable of somewhere else": {
      given: routed([filtered(3), route(module(4, "util:GetVariable2", { mapper: { name: "other" } }))]),
      reports: [{ message: "takesAll", at: "/flow/1/routes/1" }],
    },
    "a route that goes on beside a fallback, which never runs": {
      given: routed([filtered(3), route(module(4, "util:GetVariable2", { mapper: { name: "v" } })), open(5)], {
        else: 2,
      }),
      reports: [{ message: "starvesFallback", at: "/flow/1/routes/1" }],
    },
    "nothing but open routes and a fallback": {
      given: routed([open(3), open(4)], { else: 1 }),
      reports: [{ message: "starvesFallback", at: "/flow/1/routes/0" }],
    },
  },
});
