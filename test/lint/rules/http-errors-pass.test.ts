import { httpErrorsPass } from "../../../src/lint/rules/http-errors-pass.ts";
import { blueprint, filter, type JsonObject, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const legacy = (handleErrors: unknown) =>
  module(2, "http:ActionSendData", { version: 3, parameters: { handleErrors } });
const request = (stopOnHttpError: unknown) =>
  module(2, "http:MakeRequest", { version: 4, mapper: { stopOnHttpError } });
const after = (first: JsonObject, ...others: readonly JsonObject[]) => blueprint([webhook(), first, ...others]);

describeRule(httpErrorsPass, {
  good: {
    "a refusal that is an error": after(request(true), setVariable(3, "{{2.data}}")),
    "no word on it": after(request(undefined)),
    "a status that is asked for": after(
      legacy(false),
      setVariable(3, "", filter("{{2.statusCode}}", "number:less", "300")),
    ),
    "a status that is handed on": after(request(false), setVariable(3, '{{if(2.statusCode = 404; "none"; 2.data)}}')),
    "an answer that decides where the bundle goes": after(
      legacy(false),
      setVariable(3, "", filter("{{2.data.error}}", "notexist")),
    ),
    "a switch of another app": after(module(2, "acme:Do", { mapper: { stopOnHttpError: false } })),
    "one that hangs on nothing": blueprint([webhook()], {}, { designer: { orphans: [[request(false)]] } }),
  },
  bad: {
    "a refusal that passes": {
      given: after(request(false), setVariable(3, "{{2.data.name}}")),
      reports: [{ message: "pass", at: "/flow/1/mapper/stopOnHttpError" }],
    },
    "one of the older app": {
      given: after(legacy(false)),
      reports: [
        {
          message: "pass",
          at: "/flow/1/parameters/handleErrors",
          help: "Set `parameters.handleErrors` to true, so that a refused request is an error, or ask for `{{2.statusCode}}` in a filter behind it",
        },
      ],
    },
    "a switch that is text": {
      given: after(request("false")),
      reports: [{ message: "pass", at: "/flow/1/mapper/stopOnHttpError" }],
    },
    "a status of another request": {
      given: after(request(false), setVariable(3, "{{1.statusCode}}")),
      reports: [{ message: "pass", at: "/flow/1/mapper/stopOnHttpError" }],
    },
  },
});
