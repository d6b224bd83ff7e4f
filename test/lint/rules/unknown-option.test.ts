import { unknownOption } from "../../../src/lint/rules/unknown-option.ts";
import { blueprint, type JsonObject, module, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const request = (mapper: JsonObject) => blueprint([webhook(), module(2, "http:MakeRequest", { version: 4, mapper })]);
const drawn = (options: unknown, color: unknown) =>
  blueprint([
    webhook(),
    module(2, "acme:Do", {
      mapper: { color },
      metadata: {
        designer: { x: 0, y: 0 },
        expect: [{ name: "color", type: "select", label: "Color", validate: { enum: options } }],
      },
    }),
  ]);

describeRule(unknownOption, {
  good: {
    "an option in capitals, which exports have": request({ method: "GET" }),
    "one of the options": request({ method: "get" }),
    "a mapped choice": request({ method: "{{1.method}}" }),
    "no choice": request({ method: "", contentType: null }),
    "a number that was written as text": drawn([1, 2], "2"),
    "options that are loaded from the account": drawn(undefined, "red"),
    "no options at all": drawn([], "red"),
    "options that are no values": drawn([{ value: "red" }], "blue"),
    "several of the options": drawn(["red", "green"], ["green", "red"]),
    "something that is no choice": drawn(["red"], { value: "blue" }),
  },
  bad: {
    "another spelling": {
      given: request({ method: "gets" }),
      reports: [{ message: "unknown", at: "/flow/1/mapper/method", help: "Did you mean `get`?" }],
    },
    "the words of another version": {
      given: request({ contentType: "application/json" }),
      reports: [
        {
          message: "unknown",
          at: "/flow/1/mapper/contentType",
          help: 'Choose one of "json", "multipart", "urlEncoded", "custom"',
        },
      ],
    },
    "one of several": {
      given: drawn(["red", "green"], ["red", "violet"]),
      reports: [{ message: "unknown", at: "/flow/1/mapper/color/1" }],
    },
    "none of very many": {
      given: drawn(["a1", "b2", "c3", "d4", "e5", "f6", "g7", "h8", "i9", "j0"], "violet"),
      reports: [
        {
          message: "unknown",
          at: "/flow/1/mapper/color",
          help: 'Choose one of "a1", "b2", "c3", "d4", "e5", "f6", "g7", "h8" and 2 more',
        },
      ],
    },
  },
});
