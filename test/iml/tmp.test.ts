import { test, expect } from "vitest";
import { readFileSync } from "node:fs";
import { evaluateTemplate } from "../../src/iml/evaluate.ts";
import { functions, functionsOfCustomApps } from "../../src/iml/functions.ts";
import type { Expression } from "../../src/iml/ast.ts";
import { call, literal, index } from "../../src/iml/build.ts";
const now = new Date("2026-01-15T12:00:00Z");
const plain = (v: unknown): unknown => v instanceof Date ? v.toISOString() : v instanceof Uint8Array ? Buffer.from(v).toString("hex") : v ?? null;
test("examples", () => {
  for (const f of [...functions.values(), ...functionsOfCustomApps.values()]) for (const [e, r, b] of f.examples) {
    const result = evaluateTemplate(`{{${e}}}`, { now, bundle: (id) => b?.[id] });
    const got = result.ok ? plain(result.value) : String(result.error);
    if (JSON.stringify(got) !== JSON.stringify(r)) console.log("EX", e, JSON.stringify(got), JSON.stringify(r));
  }
});
test("vectors", () => {
  const all = JSON.parse(readFileSync("../shared/vectors/iml-examples.json","utf8")) as any[];
  let n=0, bad=0;
  for (const v of all) {
    if (v.dialect || v.docError) continue; n++;
    const result = evaluateTemplate(`{{${v.expr}}}`, { now: v.needsNow ? new Date(v.needsNow) : now, timezone: v.timezone ?? "UTC", bundle: (id) => v.context?.[id] });
    const got = result.ok ? plain(result.value) : result.error.message;
    const ok = v.expectError ? !result.ok && result.error.message.includes(v.expectError) : JSON.stringify(got) === JSON.stringify(v.expected);
    if (!ok) { bad++; console.log("V", v.expr, JSON.stringify(got), JSON.stringify(v.expected), v.expectError); }
  }
  console.log(n, bad);
});
test("deep", () => {
  const kinds: Record<string, (e: Expression) => Expression> = {
    call: (e) => call("lower", e), if: (e) => call("if", literal(true), e), unary: (e) => ({ kind: "unary", operator: "-", operand: e }), group: (e) => ({ kind: "group", expression: e }),
    right: (e) => ({ kind: "binary", operator: "+", left: literal(1), right: e }), left: (e) => ({ kind: "binary", operator: "+", left: e, right: literal(1) }),
    member: (e) => ({ kind: "member", object: e, path: [index()] }), index: (e) => ({ kind: "reference", root: { kind: "module", id: 1 }, path: [index(e)] }),
  };
  for (const [name, wrap] of Object.entries(kinds)) {
    let e: Expression = literal(1);
    for (let i = 0; i < 10_000; i++) e = wrap(e);
    try { const r = evaluateTemplate({ parts: [{ kind: "mapping", expression: e }] }, { now }); console.log(name, r.ok ? r.value : r.error.message.slice(-60)); } catch (x) { console.log(name, "THROWN", String(x)); }
  }
});
