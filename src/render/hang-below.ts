import type { Flow, Module } from "../model/scenario.ts";
import { BETWEEN_CELLS, CORNER, type Measures } from "./geometry.ts";
import type { Child, Plan, Spine } from "./plan-flows.ts";
import type { GrowingSilhouette } from "./silhouette.ts";

/** From what a flow hangs on down to it. */
const HANGING = 30;

/** What hangs below a row, and how far down each column is used then. */
export interface Hanging {
  readonly children: readonly Child[];
  readonly bottoms: readonly number[];
  readonly left: number;
  readonly right: number;
}

/** Hangs error routes and tools below their modules, each clear of what hangs there already. */
export function hangBelow(
  { modules, sizes, xs, bottoms: used }: Spine,
  measures: Measures,
  plans: ReadonlyMap<Flow, Plan>,
  silhouette: GrowingSilhouette,
): Hanging {
  const bottoms = [...used];
  const columns = modules.map((_, index) => (xs[index] ?? 0) - (sizes[index]?.half ?? 0) - BETWEEN_CELLS / 2);
  const children: Child[] = [];
  let [left, right] = [0, 0];
  // From the right, so that a line down from a module on the left passes in front of what hangs on later ones.
  for (let index = modules.length - 1; index >= 0; index--) {
    const { handler, tools } = modules[index] as Module;
    const flows = handler ? [...tools, handler] : tools;
    for (const flow of flows) {
      const plan = plans.get(flow);
      if (plan !== undefined) hang(plan, index, flows.length === 1);
    }
  }
  return { children, bottoms, left, right };

  function hang(plan: Plan, index: number, isOnly: boolean): void {
    const x = xs[index] ?? 0;
    const { half = 0, below = 0 } = sizes[index] ?? {};
    const isStraight = isOnly && hangsStraight(plan, half);
    const start = isStraight ? x : x + CORNER - plan.left;
    const y = lower(index, start + plan.right + BETWEEN_CELLS / 2, plan);
    const way = isStraight
      ? [{ x, y: below }]
      : [
          { x, y: below },
          { x, y },
        ];
    const kind = plan.flow.kind === "tool" ? "tool" : "handler";
    children.push({ plan, kind, x: start, y, way, meets: undefined });
    silhouette.cover(Math.min(x, start + plan.left), start + plan.right, 0, y + plan.bottom);
    left = Math.min(left, start + plan.left);
    right = Math.max(right, start + plan.right);
  }

  /** Whether its first module may stand right below: nothing is written on the line, and nothing sticks out on the left. */
  function hangsStraight({ flow, left: reach }: Plan, half: number): boolean {
    const [first] = flow.modules;
    return first !== undefined && -reach <= half + BETWEEN_CELLS / 2 && measures.gateBefore(first) === undefined;
  }

  /** The first height at which a flow fits from this column on, up to its end. It uses the columns up to its foot. */
  function lower(index: number, end: number, { top, bottom }: Plan): number {
    let until = index + 1;
    while (until < modules.length && (columns[until] ?? 0) < end) until++;
    const ground = Math.max(...bottoms.slice(index, until));
    const y = ground + HANGING - top;
    bottoms.fill(y + bottom, index, until);
    return y;
  }
}
