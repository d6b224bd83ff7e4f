import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/lint/linter.ts";
import { checkSuppression, type Suppression, suppress } from "../../src/lint/suppressions.ts";
import { buildScenario } from "../../src/model/scenario.ts";
import { module, route, router, setVariable, webhook } from "./blueprints.ts";

const scenario = buildScenario({
  name: "Test",
  flows: [
    {
      pointer: "/flow",
      modules: [
        webhook(1),
        module(2, "slack:CreateMessage", {
          metadata: { designer: { name: "Tell" } },
          onerror: [module(3, "builtin:Break")],
        }),
        router(4, [route(setVariable(5)), route()]),
      ],
    },
  ],
});
const RULE = "missing-error-handler";
const TODAY = { mandatory: new Set<string>(), today: "2027-01-31" };

const findingAt = (pointer: string, rule = RULE): Finding => ({
  rule,
  messageId: "m",
  message: "Something is wrong",
  help: undefined,
  at: { pointer },
  related: [],
  severity: "warning",
});
const suppression = (target: Suppression["target"], more: Partial<Suppression> = {}): Suppression => ({
  rule: RULE,
  reason: "fine",
  by: "configuration",
  target,
  ...more,
});
const hides = (given: Suppression, pointer: string, options = TODAY): boolean =>
  suppress([findingAt(pointer)], scenario, [given], options).suppressed.length === 1;

describe("a suppression", () => {
  const AT = [
    "/metadata/scenario",
    "/flow/1/module",
    "/flow/1/onerror/0",
    "/flow/2",
    "/flow/2/routes/0/flow/0/id",
    "/flow/2/routes/1",
  ];

  test.for<[string, Suppression["target"], readonly string[]]>([
    ["of a scenario hides what is anywhere in it", "scenario", AT],
    ["of a module by its name hides what is in it, not in its handler", { module: "Tell" }, ["/flow/1/module"]],
    ["knows modules without a name by their types", { module: "util:SetVariable2" }, ["/flow/2/routes/0/flow/0/id"]],
    ["does not know named ones by their types", { module: "slack:CreateMessage" }, []],
    [
      "of a module by its pointer hides what is in it, not on its routes",
      { pointers: ["/flow/2"] },
      ["/flow/2", "/flow/2/routes/1"],
    ],
    [
      "of another place hides everything below",
      { pointers: ["/flow/2/routes"] },
      ["/flow/2/routes/0/flow/0/id", "/flow/2/routes/1"],
    ],
    ["ends where a name ends", { pointers: ["/meta"] }, []],
    ["of the whole file hides everything", { pointers: [""] }, AT],
  ])("%s", ([, target, expected]) => {
    expect(AT.filter((pointer) => hides(suppression(target), pointer))).toEqual(expected);
  });

  test("is for one rule", () => {
    expect(hides(suppression("scenario", { rule: "weak-evidence" }), "/flow/0")).toBe(false);
  });

  test("holds on its last day, and not behind it", () => {
    expect(hides(suppression("scenario", { expires: "2027-01-31" }), "/flow/0")).toBe(true);
    expect(hides(suppression("scenario", { expires: "2027-01-30" }), "/flow/0")).toBe(false);
  });

  test("does not hide what is mandatory", () => {
    expect(hides(suppression("scenario"), "/flow/0", { ...TODAY, mandatory: new Set([RULE]) })).toBe(false);
  });
});

describe("a suppression is found itself", () => {
  const told = (given: Partial<Suppression>, isUsed: boolean, mandatory: readonly string[] = []) =>
    checkSuppression(suppression("scenario", given), {
      at: { pointer: "" },
      isUsed,
      severityOf: ({ severity }) => severity.recommended,
      mandatory: new Set(mandatory),
      today: "2027-01-31",
    }).map(({ rule, severity, message, help }) => `${severity} ${rule}: ${message}. ${help}`);

  test("unless it hides something", () => {
    expect(told({}, true)).toEqual([]);
  });

  test.for<[string, Partial<Suppression>, readonly string[], string]>([
    [
      "when it hides nothing",
      {},
      [],
      "warning unused-suppression: `missing-error-handler` is suppressed here, but finds nothing. Remove the suppression",
    ],
    [
      "when its rule does not exist",
      { rule: "missing-error-handlr" },
      [],
      "warning unknown-suppression: There is no rule `missing-error-handlr` to suppress. Did you mean `missing-error-handler`?",
    ],
    [
      "when it has run out",
      { expires: "2026-12-31" },
      [],
      "warning expired-suppression: The suppression of `missing-error-handler` ran out on 2026-12-31. Mend what it hid; or say until when it is fine, and why",
    ],
    [
      "when its rule is mandatory",
      {},
      [RULE],
      "warning forbidden-suppression: `missing-error-handler` is mandatory, so it cannot be suppressed. Mend what it finds, and remove the suppression",
    ],
  ])("%s", ([, given, mandatory, expected]) => {
    expect(told(given, false, mandatory)).toEqual([expected]);
  });
});
