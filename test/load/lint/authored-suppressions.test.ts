import { describe, expect, test } from "vitest";
import { tools } from "../../../src/apps.ts";
import { compile } from "../../../src/compile/compile.ts";
import { branch, exists, fragment, now, onError, scenario } from "../../../src/index.ts";
import { authoredSuppressions } from "../../../src/load/lint/authored-suppressions.ts";
import { environment } from "../../dsl/printed.ts";

const wait = tools.sleep({ duration: 1 });
const authored = scenario("Suppressing", { suppress: { "disabled-route": "It is for the holidays" } }, (flow) => {
  flow.step("First", wait);
  flow.ifElse(
    "Decide",
    [
      branch("Known", exists(now), (inner) => {
        inner.step("Inside", wait);
        return { a: "b" };
      }),
    ],
    undefined,
    { suppress: { "if-else-without-else": { reason: "Others are dropped", expires: "2027-01-31" } } },
  );
  flow.step("Last", wait, { suppress: { "missing-error-handler": "Somebody watches" }, onError: onError.ignore() });
});

describe("what an author suppresses", () => {
  test("is known by where it is printed; directives and merges belong to their step", () => {
    expect(authoredSuppressions(authored)).toEqual([
      {
        rule: "disabled-route",
        reason: "It is for the holidays",
        by: "source",
        target: "scenario",
        at: { pointer: "" },
      },
      {
        rule: "if-else-without-else",
        reason: "Others are dropped",
        expires: "2027-01-31",
        by: "source",
        target: { pointers: ["/flow/1", "/flow/2"] },
        at: { pointer: "/flow/1/module" },
      },
      {
        rule: "missing-error-handler",
        reason: "Somebody watches",
        by: "source",
        target: { pointers: ["/flow/3", "/flow/3/onerror/0"] },
        at: { pointer: "/flow/3/module" },
      },
    ]);
  });

  test("is known in each chain of a fragment", () => {
    const steps = fragment("Copied", (flow) => {
      flow.step("Wait", wait, { suppress: { "missing-error-handler": "Somebody watches" } });
    });
    expect(authoredSuppressions(steps)).toMatchObject([{ target: { pointers: ["/subflows/0/flow/0"] } }]);
  });

  test("is not printed", () => {
    const { blueprint } = compile(authored, environment());
    expect(JSON.stringify(blueprint)).not.toMatch(/suppress|Somebody watches|holidays/u);
  });
});
