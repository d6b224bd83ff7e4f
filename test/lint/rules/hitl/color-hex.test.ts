import { hitlColorHex } from "../../../../src/lint/rules/hitl/color-hex.ts";
import { describeRule } from "../../describe-rule.ts";
import { BODY, configured, posted } from "./requests.ts";

const colors = (...list: unknown[]) =>
  posted(
    configured("single_select", { options: list.map((color, index) => ({ value: `${index}`, label: "x", color })) }),
  );

describeRule(hitlColorHex, {
  good: {
    "colors of options": colors("#22c55e", "#EF4444", "#fff", "#22c55e80", "{{1.color}}", undefined),
    "colors of a boolean": posted(configured("boolean", { true_color: "#16a34a", false_color: "#dc2626" })),
    "colors of another type, of which another rule speaks": posted(configured("text", { true_color: "green" })),
  },
  bad: {
    "a word": { given: colors("#fff", "green"), reports: [{ message: "notHex", at: BODY, text: '"green"' }] },
    "a number": { given: colors(255), reports: [{ message: "notHex", at: BODY, text: "255" }] },
    "digits without their mark": {
      given: posted(configured("boolean", { true_color: "16a34a", false_color: "#dc262" })),
      reports: [
        { message: "notHex", at: BODY, text: '"16a34a"' },
        { message: "notHex", at: BODY, text: '"#dc262"' },
      ],
    },
  },
});
