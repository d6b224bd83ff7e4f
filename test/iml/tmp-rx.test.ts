import fc from "fast-check";
import { test } from "vitest";
import { Budget } from "../../src/iml/limits.ts";
import { replaceMatches } from "../../src/iml/regular-expression.ts";
test("fuzz", () => {
  const piece = fc.constantFrom(..."a a b . \\w [ab] [^b] ( ( (?: (?= ) ) | * + ? + * {2} {1,3} {5,} {2,20} $ \\b \\1".split(" "));
  let n = 0, errors: Record<string, number> = {}, worst = 0, w = "";
  const begin = performance.now();
  fc.assert(fc.property(fc.array(piece, { minLength: 3, maxLength: 12 }), fc.constantFrom("a".repeat(30) + "c", "ab".repeat(50) + "c", "a".repeat(3000)+"!", "a b ".repeat(20000)), (p, text) => {
    if (performance.now() - begin > 90000) return;
    const source = p.join("");
    try { new RegExp(source); } catch { return; }
    n++;
    const t = performance.now();
    try { replaceMatches(text, { source, flags: "g" }, "", new Budget()); } catch (e) { const m = String(e).replace(/'.*'/, "X").slice(0, 80); errors[m] = (errors[m] ?? 0) + 1; }
    const d = performance.now() - t; if (d > worst) { worst = d; w = source + " on " + text.length; }
  }), { numRuns: 20000 });
  console.log(n, JSON.stringify(errors, null, 1), worst, w);
}, 200000);
