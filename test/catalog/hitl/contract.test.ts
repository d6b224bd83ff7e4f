import { describe, expect, test } from "vitest";
import {
  ABSOLUTE_URL,
  answerValue,
  configKeyUse,
  findOption,
  HEX_COLOR,
  isOption,
  isResponseType,
  lengthOf,
  OBJECT_ID,
  optionLabel,
  optionValues,
  spellingsOf,
} from "../../../src/catalog/hitl/contract.ts";

const OPTIONS = ["Approve", "Needs Review", { value: "no", label: "Reject" }, { value: "later", label: "No" }] as const;

describe("an option", () => {
  test.for([
    ["Approve", "approve", "Approve"],
    ["Needs  Review", "needs__review", "Needs  Review"],
    [{ value: "Keep AS is", label: "Keep" }, "Keep AS is", "Keep"],
  ] as const)("%j gives the answer %s", ([option, value, label]) => {
    expect(answerValue(option)).toBe(value);
    expect(optionLabel(option)).toBe(label);
  });

  test.for(["", " ", 7, null, ["a"], {}, { value: "a" }, { value: "", label: "A" }, { value: 1, label: "A" }])(
    "is not %j",
    (item) => {
      expect(isOption(item)).toBe(false);
    },
  );

  test("is only counted when it is well-formed", () => {
    const config = { options: ["Approve", 2, { value: "no", label: "Reject" }, { label: "x" }] };
    expect(optionValues(config)).toEqual(["approve", "no"]);
    expect(optionValues({})).toEqual([]);
    expect(optionValues("Approve, Reject")).toEqual([]);
  });

  test.for([
    ["approve", "Approve", "value"],
    ["APPROVE", "Approve", "value"],
    ["Needs Review", "Needs Review", "value"],
    ["needs_review", "Needs Review", "value"],
    ["NO", OPTIONS[2], "value"],
    ["Reject", OPTIONS[2], "label"],
  ] as const)("is found by %s", ([text, option, by]) => {
    expect(findOption(OPTIONS, text)).toEqual({ option, by });
  });

  test("is found by its very value before one that differs in letters only", () => {
    const [lower, upper] = [
      { value: "a", label: "Little" },
      { value: "A", label: "Great" },
    ] as const;
    expect(findOption([lower, upper], "A")?.option).toBe(upper);
  });

  test.for(["Escalate", "", "needs-review"])("is not found by %j", (text) => {
    expect(findOption(OPTIONS, text)).toBeUndefined();
  });
});

test.for([
  ["rating", "scale_max", { kind: "own" }],
  ["rating", "required", { kind: "own" }],
  ["rating", "prompt", { kind: "own" }],
  ["rating", "max_value", { kind: "alias", of: "scale_max" }],
  ["number", "max_value", { kind: "own" }],
  ["number", "options", { kind: "foreign", types: ["single_select", "multi_select"] }],
  ["text", "colour", { kind: "unknown" }],
] as const)("in the configuration of %s, the key %s is known for what it is", ([type, key, use]) => {
  expect(configKeyUse(type, key)).toEqual(use);
});

test("a key has its own spelling first", () => {
  expect(spellingsOf("rating", "scale_step")).toEqual(["scale_step", "step"]);
  expect(spellingsOf("number", "min_value")).toEqual(["min_value", "min"]);
  expect(spellingsOf("text", "max_length")).toEqual(["max_length"]);
});

test("response types are told from other words", () => {
  expect(["boolean", "editable_text"].every(isResponseType)).toBe(true);
  expect(["single-select", "", 1, undefined].some(isResponseType)).toBe(false);
});

test.for([
  [
    "an address",
    ABSOLUTE_URL,
    ["https://a.io", "HTTP://user@a.io:80/x?y#z"],
    ["a.io", "/x", "https://", "https:///x", "https://a b"],
  ],
  ["an id", OBJECT_ID, ["65f1234567890abcdef12345"], ["content_review", "65f1234567890abcdef1234", ""]],
  ["a color", HEX_COLOR, ["#fff", "#16A34A", "#16a34a80"], ["green", "16a34a", "#16a34", "#ggg"]],
] as const)("%s is known by its form", ([, pattern, good, bad]) => {
  expect(good.filter((text) => !pattern.test(text))).toEqual([]);
  expect(bad.filter((text) => pattern.test(text))).toEqual([]);
});

test("lengths count characters, not the units they are stored in", () => {
  expect(lengthOf("naïve 🙂")).toBe(7);
});
