import { expect, test } from "vitest";
import { createProgress } from "../../src/cli/progress.ts";

/** What is written to a terminal while a run tells `steps`, one every so many milliseconds. */
function written(steps: number, every: number, terminal = true): string {
  let time = 0;
  let text = "";
  const stderr = (more: string): void => {
    text += more;
  };
  const { tell, clear } = createProgress({ stderr, terminal }, () => time);
  for (let step = 0; step < steps; step++) {
    tell(step, steps);
    time += every;
  }
  clear();
  return text;
}

test("a short run shows nothing", () => {
  expect(written(100, 4)).toBe("");
});

test("a long run shows how far it is, in a line that is gone in the end", () => {
  expect(written(8, 100)).toBe(
    "\r\u001b[2K5 of 8 checked\r\u001b[2K6 of 8 checked\r\u001b[2K7 of 8 checked\r\u001b[2K",
  );
});

test("it is shown ten times in a second at most", () => {
  expect(written(10_000, 0.1).match(/checked/gu)?.length).toBe(5);
});

test("nothing is shown where nobody watches", () => {
  expect(written(100, 100, false)).toBe("");
});
