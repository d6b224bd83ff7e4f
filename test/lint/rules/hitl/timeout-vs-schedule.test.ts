import { hitlTimeoutVsSchedule } from "../../../../src/lint/rules/hitl/timeout-vs-schedule.ts";
import { describeProjectRule } from "../../describe-project-rule.ts";
import { ask, blueprint, getStatus, type JsonObject, module, post, setVariable, statusOf, webhook } from "./flows.ts";

/** Keeps the id of a request. */
const keep = (id: number, datastore: unknown, key = "{{2.request_id}}") =>
  module(id, "datastore:AddRecord", { parameters: { datastore }, mapper: { key } });
const search = (datastore: unknown) => module(1, "datastore:SearchRecord", { parameters: { datastore } });

const asking = (timeout_seconds: unknown, datastore: unknown = 5, more: JsonObject = {}) =>
  blueprint([webhook(), ask(2, { timeout_seconds, ...more }), keep(3, datastore)]);
const polling = (interval: unknown, datastore: unknown = 5) => ({
  ...blueprint([search(datastore), statusOf(2, "{{1.key}}")]),
  scheduling: { type: "indefinitely", interval },
});
const LATE = { message: "late", at: "/scheduling/interval" };

describeProjectRule(hitlTimeoutVsSchedule, {
  good: {
    "a schedule that is quick enough": [asking(3600), polling(900)],
    "a schedule as long as the timeout": [asking(900), polling(900)],
    "a timeout that is known at run time": [asking("{{1.seconds}}"), polling(3600)],
    "a timeout that is left to HITL.sh": [asking(undefined, 5, { processing_type: "deferred" }), polling(3600)],
    "a request that calls back": [asking(300, 5, { callback_url: "https://hook.eu1.make.com/abc" }), polling(3600)],
    "a request that may call back": [asking(300, 5, { callback_url: "{{1.hook}}" }), polling(3600)],
    "a request of which nobody knows what it says": [
      blueprint([
        webhook(),
        { ...post(2), mapper: { ...(post(2).mapper as JsonObject), jsonStringBodyContent: "{{1.b}}" } },
      ]),
      polling(3600),
    ],
    "one of several requests that takes its time": [asking(300), asking(7200), polling(3600)],
    "another data store": [asking(300, 6), polling(3600)],
    "another scenario that is quick enough": [asking(300), polling(3600), polling(60)],
    "another scenario that runs when it is called": [
      asking(300),
      polling(3600),
      blueprint([webhook(), statusOf(2, "{{1.id}}")]),
    ],
    "a schedule of once a day, which is no interval": [
      asking(300),
      { ...polling(1), scheduling: { type: "daily", time: "08:00" } },
    ],
    "no schedule in the file": [asking(300), { ...polling(1), scheduling: undefined }],
    "a scenario that asks for its own request": [
      {
        ...blueprint([search(5), ask(2, { timeout_seconds: 300 }), statusOf(3, "{{2.request_id}}")]),
        scheduling: { type: "indefinitely", interval: 3600 },
      },
    ],
    "a scenario that asks for its own request by way of a variable": [
      {
        ...blueprint([
          search(5),
          ask(2, { timeout_seconds: 300 }),
          setVariable(3, "{{2.request_id}}"),
          statusOf(4, "{{3.v}}"),
        ]),
        scheduling: { type: "indefinitely", interval: 3600 },
      },
    ],
    "a scenario that lists all requests": [
      asking(300),
      polling(3600),
      blueprint([webhook(), module(2, "hitl:makeAnApiCall", { mapper: { url: "/api/requests", method: "get" } })]),
    ],
    "no request beside it": [polling(3600)],
  },
  bad: {
    "an hour for reviews of five minutes": {
      given: [asking(300), polling(3600)],
      reports: [{ in: 1, ...LATE, help: "Let it run more often than that, or raise `timeout_seconds`" }],
    },
    "the same over HTTP, with the id in no data store that is known": {
      given: [
        {
          ...blueprint([module(1, "google-sheets:filterRows"), getStatus(2, "{{1.`0`}}")]),
          scheduling: { type: "indefinitely", interval: 901 },
        },
        blueprint([webhook(), post(2, { timeout_seconds: 900 }), setVariable(3, "{{2.data.data.request_id}}")]),
      ],
      reports: [{ in: 0, ...LATE }],
    },
    "several requests, all of them short": {
      given: [asking(300), asking(600), polling(3600)],
      reports: [{ in: 2, ...LATE }],
    },
    "one data store of two": {
      given: [asking(300, 5), asking(86_400, 6), polling(3600, "5"), polling(3600, 6)],
      reports: [{ in: 2, ...LATE }],
    },
    "two scenarios that are both too slow": {
      given: [asking(300), polling(3600), polling(7200)],
      reports: [
        { in: 1, ...LATE },
        { in: 2, ...LATE },
      ],
    },
  },
});
