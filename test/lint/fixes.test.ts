import jsonPatch, { type Operation } from "fast-json-patch";
import { describe, expect, test } from "vitest";
import type { Rule } from "../../src/lint/rule.ts";
import { breakWithoutIncompleteExecutions } from "../../src/lint/rules/break-without-incomplete-executions.ts";
import { tlsCheckOff } from "../../src/lint/rules/tls-check-off.ts";
import { unknownOperator } from "../../src/lint/rules/unknown-operator.ts";
import { unusedOperand } from "../../src/lint/rules/unused-operand.ts";
import { blueprint, filter, type JsonObject, module, setVariable, webhook } from "./blueprints.ts";
import { findings } from "./describe-rule.ts";

const breakHandler = module(3, "builtin:Break", { mapper: { retry: true, count: "3", interval: "15" } });
const withBreak = [webhook(), module(2, "slack:CreateMessage", { onerror: [breakHandler] })];

const cases: readonly (readonly [string, Rule, JsonObject])[] = [
  [
    "a wrong operator",
    unknownOperator,
    blueprint([webhook(), setVariable(2, "", filter("{{1.n}}", "number:gt", "5"))]),
  ],
  [
    "a second operand that is not asked for",
    unusedOperand,
    blueprint([webhook(), setVariable(2, "", filter("{{1.n}}", "exist", "5"))]),
  ],
  ["incomplete executions that are not stored", breakWithoutIncompleteExecutions, blueprint(withBreak, { dlq: false })],
  [
    "certificates that are not checked",
    tlsCheckOff,
    blueprint([webhook(), module(2, "http:ActionSendData", { mapper: { rejectUnauthorized: "false" } })]),
  ],
  ["a setting that is missing", breakWithoutIncompleteExecutions, blueprint(withBreak, { dlq: undefined })],
];

describe("a fix", () => {
  test.for(cases)("for %s is a JSON patch that removes its finding, and brings no other", ([, rule, given]) => {
    const [finding, ...others] = findings(rule, given);
    expect(others).toEqual([]);
    const patch = (finding?.fix?.patch ?? []) as readonly Operation[];
    expect(patch).not.toEqual([]);
    const apply = (json: JsonObject): JsonObject => jsonPatch.applyPatch(json, patch, true, false).newDocument;
    const mended = apply(JSON.parse(JSON.stringify(given)));
    expect(findings(rule, mended)).toEqual([]);
  });
});
