// Where everything in a picture stands. A flow runs to the right and goes on in a further row where it is long; routes
// and branches are stacked behind their owner, each below the silhouette of the one before; error routes and tools hang
// below in rectangles. So nothing overlaps and no line crosses another by construction, and each flow is measured once:
// inner flows first.

import type { Scenario } from "../model/scenario.ts";
import { spansOf } from "./aggregator-spans.ts";
import type { Layout, Measures, Point } from "./geometry.ts";
import { createOutput } from "./place-flows.ts";
import { planAll } from "./plan-flows.ts";

const BETWEEN_CHAINS = 64;

/** Places everything below a heading of this height. */
export function layout(
  scenario: Scenario,
  measures: Measures,
  { heading, margin }: { readonly heading: number; readonly margin: number },
): Layout {
  const plans = planAll(scenario, measures);
  const output = createOutput(measures);
  const roots = [...scenario.flows, ...scenario.orphans].filter(({ modules }) => modules.length > 0);
  const left = Math.max(0, ...roots.map((flow) => -(plans.get(flow)?.left ?? 0)));
  let y = heading + margin;
  let width = 0;
  const orphans: Point[] = [];
  for (const flow of roots) {
    const plan = plans.get(flow);
    if (plan === undefined) continue;
    if (flow.kind === "orphan") {
      y += 24;
      orphans.push({ x: margin, y });
      y += 12;
    }
    output.place(plan, { x: margin + left, y: y - plan.top });
    y += plan.bottom - plan.top + BETWEEN_CHAINS;
    width = Math.max(width, margin + left + plan.right);
  }
  const last = roots.length === 0 ? y : y - BETWEEN_CHAINS;
  const { cells, edges, gates } = output;
  return {
    cells,
    edges,
    gates,
    orphans,
    spans: spansOf(scenario, cells, measures),
    width: width + margin,
    height: last + margin,
  };
}
