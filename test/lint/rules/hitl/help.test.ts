// The advice of rules that weigh what to advise; where it is always the same, the rule's page shows it.

import { expect, test } from "vitest";
import type { Rule } from "../../../../src/lint/rule.ts";
import { hitlConfigObject } from "../../../../src/lint/rules/hitl/config-object.ts";
import { hitlConfigUnknownKey } from "../../../../src/lint/rules/hitl/config-unknown-key.ts";
import { hitlDefaultDecimals } from "../../../../src/lint/rules/hitl/default-decimals.ts";
import { hitlDefaultMultiString } from "../../../../src/lint/rules/hitl/default-multi-string.ts";
import { hitlDefaultNegative } from "../../../../src/lint/rules/hitl/default-negative.ts";
import { hitlDefaultNotOption } from "../../../../src/lint/rules/hitl/default-not-option.ts";
import { hitlDefaultType } from "../../../../src/lint/rules/hitl/default-type.ts";
import { hitlEnum } from "../../../../src/lint/rules/hitl/enum.ts";
import { hitlMaxSelectionsMissing } from "../../../../src/lint/rules/hitl/max-selections-missing.ts";
import { hitlRequiredField } from "../../../../src/lint/rules/hitl/required-field.ts";
import { hitlTimeoutRange } from "../../../../src/lint/rules/hitl/timeout-range.ts";
import { hitlUnknownField } from "../../../../src/lint/rules/hitl/unknown-field.ts";
import type { JsonObject } from "../../blueprints.ts";
import { findings } from "../../describe-rule.ts";
import { asked, configured, posted, request } from "./requests.ts";

const letters = (count: number) => Array.from({ length: count }, (_, index) => `Option ${"ABCDEFGH"[index]}`);
const choose = (count: number) =>
  configured("single_select", { options: letters(count) }, { default_response: "Optoin B" });

test.for<[string, Rule, JsonObject, string]>([
  [
    "an object in quotes",
    hitlConfigObject,
    posted(request("text", { response_config: "{}" })),
    "Remove the quotes around the object: only the field of the Make app takes it as text",
  ],
  [
    "a list",
    hitlConfigObject,
    posted(request("text", { response_config: [] })),
    'Write an object, such as `{"options": ["Approve", "Reject"]}`',
  ],
  [
    "text that is no object",
    hitlConfigObject,
    posted(request("text", { response_config: "x" })),
    'Write an object, such as `{"options": ["Approve", "Reject"]}`',
  ],
  ["a slip in a key", hitlConfigUnknownKey, posted(configured("rating", { scale_mx: 5 })), "Did you mean `scale_max`?"],
  ["a key of one's own", hitlConfigUnknownKey, posted(configured("rating", { theme: "dark" })), "Remove it"],
  [
    "a slip in a field",
    hitlUnknownField,
    posted(request("text", { timeout: 60, callbackurl: "x" })),
    "Did you mean `callback_url`?",
  ],
  ["a field for data", hitlUnknownField, posted(request("text", { metadata: {} })), "Write `context` instead"],
  [
    "the loop in the body",
    hitlUnknownField,
    posted(request("text", { loop_id: "x" })),
    "Remove it: the loop stands in the request's address",
  ],
  [
    "a field of one's own",
    hitlUnknownField,
    posted(request("text", { assignee: "x" })),
    "Remove it, or put it into `context`",
  ],
  [
    "a value of a short list",
    hitlEnum,
    posted(request("text", { priority: "urgent" })),
    "Write `low`, `medium`, `high` or `critical`",
  ],
  [
    "one of seven options",
    hitlDefaultNotOption,
    posted(choose(7)),
    "Write `Option A`, `Option B`, `Option C`, `Option D`, `Option E`, `Option F` or `Option G`",
  ],
  ["one of eight options", hitlDefaultNotOption, posted(choose(8)), "Did you mean `Option B`?"],
  [
    "text for a number in a body",
    hitlDefaultType,
    posted(request("number", { default_response: "5" })),
    "Write a number without quotes",
  ],
  [
    "a truth for a number in a body",
    hitlDefaultType,
    posted(request("number", { default_response: true })),
    "Write a number",
  ],
  [
    "text for a number in the app",
    hitlDefaultType,
    asked(request("number", { default_response: "five" })),
    "Write a number",
  ],
  [
    "a bare text",
    hitlDefaultMultiString,
    posted(request("multi_select", { default_response: "Tone" })),
    'Write `["Tone"]`',
  ],
  [
    "too many decimals",
    hitlDefaultDecimals,
    posted(configured("number", { decimal_places: 1 }, { default_response: 0.25 })),
    "Write `0.3`, or allow more `decimal_places`",
  ],
  [
    "a negative number in a negative range",
    hitlDefaultNegative,
    posted(configured("number", { min_value: -5 }, { default_response: -1 })),
    'Add `"allow_negative": true`',
  ],
  [
    "a negative number without a range",
    hitlDefaultNegative,
    posted(configured("number", { min_value: undefined }, { default_response: -1 })),
    "Choose a number from 0 on",
  ],
  [
    "a limit for three options",
    hitlMaxSelectionsMissing,
    posted(configured("multi_select", { max_selections: undefined })),
    'Add `"max_selections": 3`',
  ],
  [
    "a limit for options that are not there",
    hitlMaxSelectionsMissing,
    posted(request("multi_select", { response_config: {} })),
    'Add `"max_selections": 3`',
  ],
  ["a field of a body", hitlRequiredField, posted(request("text", { platform: undefined })), 'Add `"platform": "api"`'],
  [
    "a field of the app",
    hitlRequiredField,
    asked(request("text", { loop_id: "" })),
    "Add the id of the loop that shall answer",
  ],
  [
    "the timeout of a deferred request",
    hitlTimeoutRange,
    posted(request("text", { processing_type: "deferred", timeout_seconds: 1 })),
    "Write a whole number from 60 to 2592000",
  ],
])("for %s, the advice fits", ([, rule, json, help]) => {
  expect(findings(rule, json).map((finding) => finding.help)).toContain(help);
});
