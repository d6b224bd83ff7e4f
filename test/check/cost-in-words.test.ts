import { expect, test } from "vitest";
import { costsInWords } from "../../src/check/cost-in-words.ts";
import type { Cost } from "../../src/check/report.ts";

const run = (least: number, oneBundle = least, unknown = 0): Cost => ({ perRun: { least, oneBundle }, unknown });
const month = (least: number, oneBundle = least): Cost => ({
  perRun: { least: 1, oneBundle: 1 },
  perMonth: { least, oneBundle },
  unknown: 0,
});

test.for<[before: Cost | undefined, after: Cost | undefined, words: string]>([
  [undefined, undefined, ""],
  [undefined, run(2), "2 a run"],
  [month(8640), undefined, "8,640 a month"],
  [run(1, 3), run(1, 3), "1–3 a run"],
  [run(1, 3), run(1, 4), "1–3 → 1–4 a run"],
  [month(2880, 8640.4), month(5760, 17280), "2,880–8,640 → 5,760–17,280 a month"],
  [run(2), month(60), "2 a run → 60 a month"],
  [run(2), run(2, 2, 1), "2 → 2 + 1 unknown a run"],
])("%j and %j are %j", ([before, after, words]) => {
  expect(costsInWords({ ...(before ? { before } : {}), ...(after ? { after } : {}) })).toBe(words);
});
