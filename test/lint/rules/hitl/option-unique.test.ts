import { expect, test } from "vitest";
import { hitlOptionUnique } from "../../../../src/lint/rules/hitl/option-unique.ts";
import { describeRule, findings } from "../../describe-rule.ts";
import { asked, BODY, configured, field, posted } from "./requests.ts";

const options = (...list: unknown[]) => configured("single_select", { options: list });

describeRule(hitlOptionUnique, {
  good: {
    "different texts": posted(options("Approve", "Reject")),
    "different values with one label": posted(options({ value: "a", label: "A" }, { value: "b", label: "A" })),
    "values in other letters": posted(options({ value: "a", label: "A" }, { value: "A", label: "A" })),
    "the same mapping twice": posted(options("{{1.option}}", "{{1.option}}")),
    "malformed ones, of which another rule speaks": posted(options({ value: "a" }, { value: "a" }, "", "")),
  },
  bad: {
    "a text twice": {
      given: posted(options("Approve", "Reject", "Approve")),
      reports: [{ message: "repeated", at: BODY, text: '"Approve"' }],
    },
    "texts that give one value": {
      given: asked(options("Needs Review", "needs review")),
      reports: [{ message: "repeated", at: field("response_config"), text: '"needs review"' }],
    },
    "a value twice": {
      given: posted(options({ value: "a", label: "A" }, { value: "a", label: "B" })),
      reports: [{ message: "repeated", at: BODY, text: '{"value":"a","label":"B"}' }],
    },
    "a text and a value": {
      given: posted(options("Approve", { value: "approve", label: "Yes" })),
      reports: [{ message: "repeated", at: BODY, text: '{"value":"approve","label":"Yes"}' }],
    },
  },
});

test("a repeated option points at the one before", () => {
  const [finding] = findings(hitlOptionUnique, posted(options("Yes", "No", "yes")));
  const body = JSON.stringify(options("Yes", "No", "yes"));
  const { range } = finding?.related[0]?.at ?? {};
  expect(body.slice(range?.start, range?.end)).toBe('"Yes"');
});
