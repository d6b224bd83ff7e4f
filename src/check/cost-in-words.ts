// What a scenario costs, before and after, in a few words.

import type { Credits } from "../lint/credits.ts";
import type { ChangedScenario, Cost } from "./report.ts";

/** What the figures mean. */
export const ABOUT_CREDITS =
  "Credits are estimated: from what a run costs for certain to what it costs with one bundle that passes every filter. " +
  "A month has 30 days; what is started by something that comes in has a figure for a run only.";

/** `3–5 → 3–6 a run`; nothing where there are no credits to speak of. */
export function costsInWords({ before, after }: ChangedScenario["credits"]): string {
  if (before === undefined || after === undefined) {
    const only = after ?? before;
    return only ? costInWords(only) : "";
  }
  const [was, is] = [costInWords(before), costInWords(after)];
  if (was === is) return is;
  const sameUnit = (before.perMonth === undefined) === (after.perMonth === undefined);
  return `${sameUnit ? figures(before) : was} → ${is}`;
}

const costInWords = (cost: Cost): string => `${figures(cost)} ${cost.perMonth ? "a month" : "a run"}`;

function figures({ perMonth, perRun, unknown }: Cost): string {
  return `${range(perMonth ?? perRun)}${unknown > 0 ? ` + ${unknown} unknown` : ""}`;
}

function range({ least, oneBundle }: Credits): string {
  const [from, to] = [shown(least), shown(oneBundle)];
  return from === to ? from : `${from}–${to}`;
}

const shown = (credits: number): string => Math.round(credits).toLocaleString("en-US");
