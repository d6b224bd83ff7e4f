import { describe, expect, test } from "vitest";
import { BEGINNING, type LiveState, nextState } from "../../src/dev/live-state.ts";
import type { Build } from "../../src/load/build-views.ts";

const view = (file: string, name: string, environment = "test") => ({
  path: `dist/${environment}/${name}.json`,
  text: "{}",
  name,
  file,
  environment,
  findings: [],
});
const build = (views: Build["views"], ...failed: readonly string[]): Build => ({ ...BEGINNING, views, failed });
const shownAfter = (before: LiveState, next: Build): readonly string[] =>
  nextState(before, next).views.map(
    ({ name, environment, isStale }) => `${name} ${environment}${isStale ? ", stale" : ""}`,
  );

const [A, B] = [view("a.ts", "A"), view("b.ts", "B")];
const BOTH = nextState(BEGINNING, build([A, B]));

describe("after a build", () => {
  test("what was built is shown", () => {
    expect(shownAfter(BEGINNING, build([B, A]))).toEqual(["A test", "B test"]);
  });

  test("what could not be built is shown as it was", () => {
    expect(shownAfter(BOTH, build([B], "a.ts"))).toEqual(["A test, stale", "B test"]);
  });

  test("what was renamed or removed is gone, also beside something broken", () => {
    expect(shownAfter(BOTH, build([view("a.ts", "New"), B]))).toEqual(["New test", "B test"]);
    expect(shownAfter(BOTH, build([B]))).toEqual(["B test"]);
    expect(shownAfter(BOTH, build([view("a.ts", "New")], "b.ts"))).toEqual(["New test", "B test, stale"]);
  });

  test("an environment that is broken makes all that it prints stale, and nothing else", () => {
    const both = nextState(BEGINNING, build([A, view("a.ts", "A", "live")]));
    expect(shownAfter(both, build([A], "a.ts"))).toEqual(["A live, stale", "A test"]);
  });

  test("what is mended is fresh again", () => {
    const broken = nextState(BOTH, build([B], "a.ts"));
    expect(shownAfter(nextState(broken, build([B], "a.ts")), build([A, B]))).toEqual(["A test", "B test"]);
    expect(shownAfter(broken, build([B], "a.ts"))).toEqual(["A test, stale", "B test"]);
  });
});
