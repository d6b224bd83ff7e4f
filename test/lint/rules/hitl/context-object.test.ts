import { hitlContextObject } from "../../../../src/lint/rules/hitl/context-object.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, field, posted, request } from "./requests.ts";

const context = (value: unknown) => request("single_select", { context: value });

describeRule(hitlContextObject, {
  good: {
    "an object": posted(context({ order: "A-17" })),
    "an object as JSON text in a field of the app": asked(context('{"order": "{{1.order}}"}')),
    "a mapped one": posted(context("{{1.context}}")),
    "an empty field of the app": asked(context("")),
    "no context": posted(request()),
  },
  bad: {
    text: { given: posted(context("A-17")), reports: [{ message: "notObject", at: BODY, text: '"A-17"' }] },
    "a list": { given: posted(context([1])), reports: [{ message: "notObject", at: BODY, text: "[1]" }] },
    "a list in a field of the app": {
      given: asked(context("[1]")),
      reports: [{ message: "notObject", at: field("context"), text: "[1]" }],
    },
    "text in a field of the app": {
      given: asked(context("order A-17")),
      reports: [{ message: "broken", at: field("context"), text: "order" }],
    },
  },
});
