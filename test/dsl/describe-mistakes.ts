import { describe, expect, test } from "vitest";
import { mistakesIn } from "./printed.ts";

export type Flow = Parameters<Parameters<typeof mistakesIn>[0]>[0];

/** What is wrong in a few words, the steps, and what their author reads: everything, in the order of the source. */
export type Mistake = readonly [title: string, steps: (flow: Flow) => unknown, ...mistakes: readonly unknown[]];

/** A table of mistakes, each with exactly what is said about it. */
export function describeMistakes(title: string, table: readonly Mistake[]): void {
  describe(title, () => {
    test.for(table)("%s", ([, steps, ...mistakes]) => {
      expect(mistakesIn((flow) => void steps(flow))).toEqual(mistakes);
    });
  });
}
