import { hitlRouteLiteralCase } from "../../../../src/lint/rules/hitl/route-literal-case.ts";
import { describeRule } from "../../describe-rule.ts";
import { ask, blueprint, mailIf, offering, statusOf, watch, webhook } from "./flows.ts";

const compared = (a: string, b: string, o = "text:equal", options: readonly unknown[] = ["Approve", "Needs Review"]) =>
  blueprint([webhook(), ask(2, offering(...options)), statusOf(3, "{{2.request_id}}"), mailIf(4, a, b, o)]);
const valued = [
  { value: "ok", label: "Approve" },
  { value: "no", label: "Reject" },
];
const B = "/flow/3/filter/conditions/0/0/b";

describeRule(hitlRouteLiteralCase, {
  good: {
    "the value that comes back": compared("{{3.response_data}}", "needs_review"),
    "a comparison without regard to case": compared("{{3.response_data}}", "Approve", "text:equal:ci"),
    "an answer in lower case": compared("{{lower(3.response_data)}}", "approve"),
    "the value of an option that has one": compared("{{3.response_data}}", "ok", "text:equal", valued),
    "a text that is no option, which another rule reports": compared("{{3.response_data}}", "Accept"),
    "an answer whose options are not known": blueprint([watch(), mailIf(2, "{{1.response_data}}", "Approve")]),
  },
  bad: {
    "the text that reviewers see": {
      given: compared("{{3.response_data}}", "Approve"),
      reports: [{ message: "spelling", at: B, text: "Approve" }],
    },
    "a blank that comes back as an underscore": {
      given: compared("{{3.response_data}}", "Needs Review", "text:equal:ci"),
      reports: [{ message: "spelling", at: B }],
    },
    "the label of an option that has a value": {
      given: compared("{{3.response_data}}", "Approve", "text:equal", valued),
      reports: [{ message: "spelling", at: B }],
    },
    "a capital that lower case never has": {
      given: blueprint([watch(), mailIf(2, "{{lower(1.response_data)}}", "Approve")]),
      reports: [{ message: "lowered", at: "/flow/1/filter/conditions/0/0/b" }],
    },
  },
});
