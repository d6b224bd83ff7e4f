import { expect, test } from "vitest";
import { blueprintTexts } from "./blueprints.ts";
import { fuzz } from "./fuzz.ts";

// `npm run fuzz` does the same for longer, from another seed each time.
test("whatever it is given, the linter neither fails nor hangs, and knows a place for all that it finds", async () => {
  const { inputs, outcomes, failures } = await fuzz(blueprintTexts(), { seed: 1, time: 3_000 });
  expect(failures).toEqual([]);
  expect(inputs).toBeGreaterThan(20);
  expect([...outcomes.keys()]).toContain("blueprint findings");
});
