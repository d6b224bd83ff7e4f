import { hitlNoDedup } from "../../../../src/lint/rules/hitl/no-dedup.ts";
import { describeRule } from "../../describe-rule.ts";
import { blueprint, mail, mailIf, module, routes, watch, webhook } from "./flows.ts";

const lookUp = module(2, "datastore:GetRecord", { mapper: { key: "{{1.request_id}}" } });
const get = module(2, "http:MakeRequest", { version: 4, mapper: { url: "https://example.com", method: "get" } });

describeRule(hitlNoDedup, {
  good: {
    "a request that is looked up first": blueprint([watch(), lookUp, mail(3)]),
    "a look before the router": blueprint([watch(), lookUp, routes(3, [mail(4), mail(5)])]),
    "a filter on the id": blueprint([watch(), mailIf(2, "{{1.request_id}}", "{{4.seen}}", "text:notequal")]),
    "steps that may run twice": blueprint([watch(), get, module(3, "datastore:UpdateRecord")]),
    "a webhook of another service": blueprint([webhook(), mail(2, "{{1.request_id}}")]),
    "a callback that starts nothing": blueprint([webhook(), watch(2), mail(3)]),
    "an error handler": blueprint([watch(), { ...get, onerror: [mail(3)] }]),
  },
  bad: {
    "a mail at once": {
      given: blueprint([watch(), mail(2)]),
      reports: [{ message: "twice", at: "/flow/1/module" }],
    },
    "a mail that only mentions the id": {
      given: blueprint([watch(), mail(2, "About {{1.request_id}}")]),
      reports: [{ message: "twice", at: "/flow/1/module" }],
    },
    "two routes, one of which looks": {
      given: blueprint([
        watch(),
        { ...routes(3, [mail(4), mail(5)]), routes: [{ flow: [lookUp, mail(4)] }, { flow: [mail(5)] }] },
      ]),
      reports: [{ message: "twice", at: "/flow/1/routes/1/flow/0/module" }],
    },
  },
});
