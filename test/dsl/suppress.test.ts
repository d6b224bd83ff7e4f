import { describeMistakes } from "./describe-mistakes.ts";
import { wait } from "./printed.ts";

describeMistakes("a suppression", [
  ["with a reason is none", (flow) => flow.step("Wait", wait, { suppress: { "weak-evidence": "It is tested" } })],
  [
    "without a reason",
    (flow) => flow.step("Wait", wait, { suppress: { "weak-evidence": " " } }),
    "The suppression of `weak-evidence` in `Wait` has no reason\n  help: Say why it is fine, for whoever reads it next",
  ],
  [
    "with a day that is none",
    (flow) => flow.step("Wait", wait, { suppress: { "weak-evidence": { reason: "a", expires: "2027-02-30" } } }),
    "The suppression of `weak-evidence` in `Wait` runs out on 2027-02-30, which is no day\n  help: Write a day such as 2027-01-31",
  ],
  [
    "with a word that is not known",
    (flow) => flow.step("Wait", wait, { suppress: { "weak-evidence": { reason: "a", until: "2027-01-31" } as never } }),
    "The suppression of `weak-evidence` in `Wait` has an option `until`, which there is not\n  help: There are reason, expires",
  ],
  [
    "that is a list",
    (flow) => flow.step("Wait", wait, { suppress: ["weak-evidence"] as never }),
    '`suppress` of `Wait` names no rules\n  help: Write { "rule-id": "why it is fine" }',
  ],
]);
