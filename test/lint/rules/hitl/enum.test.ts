import { hitlEnum } from "../../../../src/lint/rules/hitl/enum.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, field, posted, request } from "./requests.ts";

describeRule(hitlEnum, {
  good: {
    "documented values": posted(request()),
    "values that other rules speak of": posted(request("editable_text", { type: "video", platform: "make" })),
    "mapped values": posted(request("single_select", { priority: '{{if(1.urgent; "high"; "low")}}' })),
    "an empty field with a default": asked(request("single_select", { priority: "" })),
  },
  bad: {
    "a word of another list": {
      given: posted(request("single_select", { priority: "urgent" })),
      reports: [{ message: "unknown", at: BODY, text: '"urgent"' }],
    },
    "another spelling": {
      given: posted(request("single_select", { processing_type: "time_sensitive", response_type: "single-select" })),
      reports: [
        { message: "unknown", at: BODY, text: '"time_sensitive"' },
        { message: "unknown", at: BODY, text: '"single-select"' },
      ],
    },
    "a number": {
      given: posted(request("single_select", { priority: 3 })),
      reports: [{ message: "unknown", at: BODY, text: "3" }],
    },
    "a capital letter in a field of the app": {
      given: asked(request("single_select", { priority: "High" })),
      reports: [{ message: "unknown", at: field("priority"), text: "High" }],
    },
  },
});
