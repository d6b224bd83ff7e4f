import { test } from "vitest";
import { evaluateTemplate } from "../../src/iml/evaluate.ts";
import type { Expression } from "../../src/iml/ast.ts";
import { call, literal, index } from "../../src/iml/build.ts";
const now = new Date("2026-01-15T12:00:00Z");
test("deep", () => {
  const kinds: Record<string, (e: Expression) => Expression> = {
    call: (e) => call("lower", e), if: (e) => call("if", literal(true), e), 
    right: (e) => ({ kind: "binary", operator: "+", left: literal(1), right: e }), 
    index: (e) => ({ kind: "reference", root: { kind: "module", id: 1 }, path: [index(e)] }),
  };
  for (const [name, wrap] of Object.entries(kinds)) {
    let lo=0;
    for (let n = 100; n <= 1500; n += 50) {
    let e: Expression = literal(1);
    for (let i = 0; i < n; i++) e = wrap(e);
    try { evaluateTemplate({ parts: [{ kind: "mapping", expression: e }] }, { now }); lo=n } catch (x) { break; }
    }
    console.log(name, lo);
  }
});
