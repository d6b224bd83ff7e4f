import { hitlConfigObject } from "../../../../src/lint/rules/hitl/config-object.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, field, posted, request } from "./requests.ts";

const config = (response_config: unknown) => request("single_select", { response_config });
const CONFIG = field("response_config");

describeRule(hitlConfigObject, {
  good: {
    "an object": posted(request()),
    "an object as JSON text in the field of the app": asked(request()),
    "an object in the field of the app": asked({
      ...request(),
      response_config: undefined,
      responseConfig: { options: ["A", "B"] },
    }),
    "a mapped one": asked(config("{{1.config}}")),
    "an object with mappings": asked(config('{"options": ["{{1.first}}", "{{1.second}}"]}')),
    "none, which another rule reports": posted(config(undefined)),
  },
  bad: {
    "JSON text in a body": {
      given: posted(config('{"options":[]}')),
      reports: [{ message: "notObject", at: BODY, text: String.raw`"{\"options\":[]}"` }],
    },
    "a list in a body": {
      given: posted(config(["Approve"])),
      reports: [{ message: "notObject", at: BODY, text: '["Approve"]' }],
    },
    "a list in the field of the app": {
      given: asked(config('["Approve", "Reject"]')),
      reports: [{ message: "notObject", at: CONFIG, text: '["Approve", "Reject"]' }],
    },
    "single quotes in the field of the app": {
      given: asked(config("{'options': ['Approve']}")),
      reports: [{ message: "broken", at: CONFIG, text: "'options'" }],
    },
    "words in the field of the app": {
      given: asked(config("Approve, Reject")),
      reports: [{ message: "broken", at: CONFIG, text: "Approve" }],
    },
  },
});
