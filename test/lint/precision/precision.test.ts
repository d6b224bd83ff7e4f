import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isCorpusThere, precisionTable, readVerdicts, sample } from "./sample.ts";

describe.skipIf(!isCorpusThere)("what the linter says of genuine exports (need ../shared/corpus)", () => {
  const sampled = isCorpusThere ? sample() : [];
  const verdicts = readVerdicts();

  test("was judged, finding by finding: `node scripts/judge.mjs` shows what was not", () => {
    expect(sampled.length).toBeGreaterThanOrEqual(200);
    expect(sampled.filter(({ key }) => verdicts[key] === undefined).map(({ key }) => key)).toEqual([]);
  });

  test("stands in docs/corpus.md: `node scripts/judge.mjs` prints the table", () => {
    expect(readFileSync("docs/corpus.md", "utf8")).toContain(precisionTable());
  });

  test.for([
    ["error", 0.99],
    ["warning", 0.9],
  ] as const)("is true: %s, at least %d", ([severity, least]) => {
    const judged = sampled.filter(({ finding }) => finding.severity === severity);
    const right = judged.filter(({ key }) => verdicts[key]?.isTrue);
    expect(judged.length).toBeGreaterThan(0);
    expect(right.length / judged.length).toBeGreaterThanOrEqual(least);
  });
});
