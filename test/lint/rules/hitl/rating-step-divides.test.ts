import { hitlRatingStepDivides } from "../../../../src/lint/rules/hitl/rating-step-divides.ts";
import { describeRule } from "../../describe-rule.ts";
import { BODY, posted, request } from "./requests.ts";

const scale = (scale_min: unknown, scale_max: unknown, scale_step: unknown) =>
  posted(request("rating", { response_config: { scale_min, scale_max, scale_step } }));

describeRule(hitlRatingStepDivides, {
  good: {
    "whole steps": scale(1, 10, 3),
    "tenths, which floating point does not have": scale(0, 1, 0.1),
    "a mapped bound": scale("{{1.min}}", 10, 4),
    "a step of 0, which another rule reports": scale(1, 10, 0),
    "a scale downwards, which another rule reports": scale(10, 1, 4),
  },
  bad: {
    "steps past the end": { given: scale(1, 10, 4), reports: [{ message: "missed", at: BODY, text: "4" }] },
    "a default start": { given: scale(undefined, 4, 2), reports: [{ message: "missed", at: BODY, text: "2" }] },
  },
});
