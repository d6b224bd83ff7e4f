import { hitlBodyNotJson } from "../../../../src/lint/rules/hitl/body-not-json.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, posted, request } from "./requests.ts";

const TEXT = '{"request_text": "Is this in order?" "priority": "high"}';

describeRule(hitlBodyNotJson, {
  good: {
    "a JSON object": posted(request()),
    "an object with mappings in place of values": posted(
      '{"request_text": "{{1.text}}", "timeout_seconds": {{1.seconds}}}',
    ),
    "a body that is mapped as a whole": posted("{{1.json}}"),
    "a body that a data structure builds": posted("", {
      inputMethod: "dataStructure",
      jsonStringBodyContent: undefined,
    }),
    "another address": posted("oops", { url: "https://api.hitl.sh/v1/api/loops" }),
    "another method": posted("", { method: "get" }),
    "a request through the app": asked(request()),
  },
  bad: {
    "a body without a comma": {
      given: posted(TEXT),
      reports: [{ message: "broken", at: BODY, text: '"priority"' }],
    },
    "a line break in a text": {
      given: posted('{"request_text": "one\ntwo"}'),
      reports: [{ message: "broken", at: BODY, text: '"one' }],
    },
    "no body": { given: posted(""), reports: [{ message: "empty", at: BODY }] },
    "no field for a body": {
      given: posted("", { jsonStringBodyContent: undefined }),
      reports: [{ message: "empty", at: BODY }],
    },
    "a list": { given: posted([request()]), reports: [{ message: "notObject", at: BODY }] },
    "a raw body": {
      given: posted("", { contentType: "custom", rawBodyContent: "request_text=x" }),
      reports: [{ message: "broken", at: "/flow/1/mapper/rawBodyContent", text: "request_text=x" }],
    },
  },
});
