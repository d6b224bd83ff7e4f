import { valueOutOfRange } from "../../../src/lint/rules/value-out-of-range.ts";
import { blueprint, type JsonObject, module, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const sleep = (duration: unknown) => blueprint([webhook(), module(2, "util:FunctionSleep", { mapper: { duration } })]);
const repeat = (repeats: unknown) =>
  blueprint([webhook(), module(2, "builtin:BasicRepeater", { mapper: { start: "1", repeats, step: "1" } })]);
const drawn = (field: JsonObject, n: unknown) =>
  blueprint([
    webhook(),
    module(2, "acme:Do", {
      mapper: { n },
      metadata: { designer: { x: 0, y: 0 }, expect: [{ name: "n", label: "Count", ...field }] },
    }),
  ]);

describeRule(valueOutOfRange, {
  good: {
    "the least": sleep(1),
    "the most": sleep("300"),
    "a mapped value": sleep("{{1.wait}}"),
    "an empty field": sleep(""),
    "no repeats": repeat(0),
    "a number without bounds": drawn({ type: "number" }, -5.5),
    "a text with a greatest length": drawn({ type: "text", validate: { max: 3 } }, "9999"),
    "a list": drawn({ type: "number", validate: { max: 3 } }, [9]),
  },
  bad: {
    "a pause of no length": {
      given: sleep(0),
      reports: [{ message: "small", at: "/flow/1/mapper/duration", help: "Write a number from 1 to 300" }],
    },
    "a pause of ten minutes": {
      given: sleep("600"),
      reports: [{ message: "great", at: "/flow/1/mapper/duration", help: "Write a number from 1 to 300" }],
    },
    "a pause with a unit": {
      given: sleep("5 s"),
      reports: [{ message: "notNumber", at: "/flow/1/mapper/duration" }],
    },
    "too many repeats": {
      given: repeat("10001"),
      reports: [{ message: "great", at: "/flow/1/mapper/repeats" }],
    },
    "attempts and an interval of a Break": {
      given: blueprint([
        webhook(),
        module(2, "acme:Do", {
          onerror: [module(3, "builtin:Break", { mapper: { retry: true, count: "0", interval: "50000" } })],
        }),
      ]),
      reports: [
        { message: "small", at: "/flow/1/onerror/0/mapper/count" },
        { message: "great", at: "/flow/1/onerror/0/mapper/interval" },
      ],
    },
    "a status below all": {
      given: blueprint([webhook(), module(2, "gateway:WebhookRespond", { mapper: { status: 20 } })]),
      reports: [{ message: "small", at: "/flow/1/mapper/status", help: "Write a number from 100 on" }],
    },
    "a negative count": {
      given: drawn({ type: "uinteger" }, "-1"),
      reports: [{ message: "small", at: "/flow/1/mapper/n" }],
    },
    "a bound that the editor's picture has": {
      given: drawn({ type: "number", validate: { max: 3 } }, 4),
      reports: [{ message: "great", at: "/flow/1/mapper/n", help: "Write a number up to 3" }],
    },
    blanks: { given: drawn({ type: "number" }, "  "), reports: [{ message: "notNumber", at: "/flow/1/mapper/n" }] },
  },
});
