import { hitlRequestTextLength } from "../../../../src/lint/rules/hitl/request-text-length.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, field, posted, request } from "./requests.ts";

const text = (request_text: unknown) => request("single_select", { request_text });

describeRule(hitlRequestTextLength, {
  good: {
    "one character": posted(text("?")),
    "the greatest length": posted(text("x".repeat(2000))),
    "characters of two units": posted(text("🙂".repeat(2000))),
    "mapped text": asked(text("{{1.text}}")),
  },
  bad: {
    "blanks only": { given: posted(text(" \n ")), reports: [{ message: "blank", at: BODY, text: '" \\n "' }] },
    "one character too much": { given: posted(text("x".repeat(2001))), reports: [{ message: "long", at: BODY }] },
    "one character too much in the app": {
      given: asked(text("x".repeat(2001))),
      reports: [{ message: "long", at: field("request_text") }],
    },
    "an object": {
      given: posted(text({ text: "?" })),
      reports: [{ message: "notText", at: BODY, text: '{"text":"?"}' }],
    },
  },
});
