import { hitlOptionLength } from "../../../../src/lint/rules/hitl/option-length.ts";
import { describeRule } from "../../describe-rule.ts";
import { BODY, configured, posted } from "./requests.ts";

const x = (length: number) => "x".repeat(length);
const options = (...list: unknown[]) => posted(configured("single_select", { options: list }));

describeRule(hitlOptionLength, {
  good: {
    "the greatest lengths": options(x(200), { value: x(100), label: x(200) }),
    "mapped ones": options(`{{1.${x(200)}}}`),
  },
  bad: {
    "a long value": {
      given: options({ value: x(101), label: "A" }),
      reports: [{ message: "long", at: BODY, text: `"${x(101)}"` }],
    },
    "a long label": {
      given: options({ value: "a", label: x(201) }),
      reports: [{ message: "long", at: BODY, text: `"${x(201)}"` }],
    },
    "a long text": { given: options("Approve", x(201)), reports: [{ message: "long", at: BODY, text: `"${x(201)}"` }] },
  },
});
