// How much room each flow takes, and where its parts stand in it.

import type { Flow, Module, Scenario } from "../model/scenario.ts";
import { BETWEEN_CELLS, type CellSize, CORNER, type EdgeKind, GATE, type Measures, type Point } from "./geometry.ts";
import { hangBelow } from "./hang-below.ts";
import { clearance, createSilhouette, type GrowingSilhouette, type Silhouette } from "./silhouette.ts";

const BETWEEN_FLOWS = 26;
const BETWEEN_ROWS = 52;
/** What a line keeps clear on both sides. */
const LINE_ROOM = 10;
/** A flow of more modules goes on in further rows of about so many. */
const LONGEST_ROW = 11;
const ROW = 8;

/** A flow that is measured; places are relative to the middle of its first module. */
export interface Plan {
  readonly flow: Flow;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly cells: readonly Point[];
  readonly rows: readonly Row[];
  readonly children: readonly Child[];
  readonly silhouette: Silhouette;
}

interface Row {
  readonly from: number;
  readonly to: number;
  /** The way back from the row before: to its right, below it, and to the left of this one. */
  readonly turn: { readonly right: number; readonly y: number; readonly left: number } | undefined;
}

/** A flow that leaves this one: where it begins, and the line that leads there. */
export interface Child extends Point {
  readonly plan: Plan;
  readonly kind: Exclude<EdgeKind, "next" | "merge">;
  /** Points on the way, between the owner and the flow's beginning. */
  readonly way: readonly Point[];
  /** Of a branch that comes back: the upright line where the branches meet. */
  readonly meets: number | undefined;
}

/** Measures every flow, those inside of others first. Reading order has owners before what they own. */
export function planAll({ flows, orphans, modules }: Scenario, measures: Measures): ReadonlyMap<Flow, Plan> {
  const all: Flow[] = [...flows, ...orphans];
  for (const { routes, branches, handler, tools } of modules) {
    all.push(...routes, ...branches, ...tools, ...(handler ? [handler] : []));
  }
  const plans = new Map<Flow, Plan>();
  for (const flow of all.reverse()) plans.set(flow, planFlow(flow, measures, plans));
  return plans;
}

function planFlow(flow: Flow, measures: Measures, plans: ReadonlyMap<Flow, Plan>): Plan {
  if (flow.modules.length === 0) return planEmpty(flow, measures);
  const cells: Point[] = [];
  const rows: Row[] = [];
  const children: Child[] = [];
  const whole = { left: 0, right: 0, top: 0, bottom: 0 };
  let silhouette: Silhouette | undefined;
  for (const { from, to } of cutIntoRows(flow.modules)) {
    const row = planRow(flow.modules.slice(from, to + 1), measures, plans);
    const isFirst = from === 0;
    const baseline = isFirst ? 0 : whole.bottom + BETWEEN_ROWS - row.top;
    const turnLeft = row.left - CORNER;
    rows.push({
      from,
      to,
      turn: isFirst ? undefined : { right: whole.right - 6, y: whole.bottom + BETWEEN_ROWS / 2, left: turnLeft },
    });
    cells.push(...row.xs.map((x) => ({ x, y: baseline })));
    children.push(
      ...row.children.map((child) => ({
        ...child,
        y: child.y + baseline,
        way: child.way.map(({ x, y }) => ({ x, y: y + baseline })),
      })),
    );
    whole.left = Math.min(whole.left, isFirst ? row.left : turnLeft - 4);
    // The way back from this row runs down on its right.
    const turnRight = to < flow.modules.length - 1 ? CORNER : 0;
    whole.right = Math.max(whole.right, row.right + turnRight);
    whole.top = Math.min(whole.top, baseline + row.top);
    whole.bottom = baseline + row.bottom;
    silhouette = isFirst ? row.silhouette : undefined;
  }
  // Several rows have the ways back around them: they count as a block.
  return { flow, ...whole, cells, rows, children, silhouette: silhouette ?? rectangle(whole) };
}

/** A line that ends in nothing: an empty route. */
function planEmpty(flow: Flow, measures: Measures): Plan {
  const gate = measures.gateOf(flow);
  const left = gate ? -(gate.width + 2 * GATE.beside + 6) : -BETWEEN_CELLS;
  const top = -Math.max(14, gate ? gate.height + GATE.above : 0);
  const size = { left, right: 10, top, bottom: 14 };
  return { flow, ...size, cells: [], rows: [], children: [], silhouette: rectangle(size) };
}

function rectangle({ left, right, top, bottom }: Pick<Plan, "left" | "right" | "top" | "bottom">): Silhouette {
  const silhouette = createSilhouette();
  silhouette.cover(left, right, top, bottom);
  return silhouette;
}

/** Rows of about the same length. A merge stays behind its branches. */
function cutIntoRows(modules: readonly Module[]): readonly { readonly from: number; readonly to: number }[] {
  const count = modules.length > LONGEST_ROW ? Math.ceil(modules.length / ROW) : 1;
  const length = Math.ceil(modules.length / count);
  const rows: { from: number; to: number }[] = [];
  let from = 0;
  modules.forEach(({ branches }, index) => {
    const isLast = index === modules.length - 1;
    if (!isLast && (index - from + 1 < length || branches.length > 0)) return;
    rows.push({ from, to: index });
    from = index + 1;
  });
  return rows;
}

interface PlannedRow {
  readonly xs: readonly number[];
  readonly children: readonly Child[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly silhouette: Silhouette;
}

/** Modules side by side, with what leaves them to the right, before anything hangs below. */
export interface Spine {
  readonly modules: readonly Module[];
  readonly sizes: readonly CellSize[];
  readonly xs: readonly number[];
  /** Per module: how far down its column is used. */
  readonly bottoms: readonly number[];
  readonly children: readonly Child[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

function planRow(modules: readonly Module[], measures: Measures, plans: ReadonlyMap<Flow, Plan>): PlannedRow {
  const silhouette = createSilhouette();
  const spine = planSpine(modules, measures, plans, silhouette);
  const hanging = hangBelow(spine, measures, plans, silhouette);
  return {
    xs: spine.xs,
    children: [...spine.children, ...hanging.children],
    left: Math.min(spine.left, hanging.left),
    right: Math.max(spine.right, hanging.right),
    top: spine.top,
    bottom: Math.max(...hanging.bottoms),
    silhouette,
  };
}

function planSpine(
  modules: readonly Module[],
  measures: Measures,
  plans: ReadonlyMap<Flow, Plan>,
  silhouette: GrowingSilhouette,
): Spine {
  const sizes = modules.map(measures.cell);
  const xs: number[] = [];
  const children: Child[] = [];
  const bottoms: number[] = [];
  let [left, right, top] = [0, 0, 0];
  modules.forEach((module, index) => {
    const size = sizes[index] as CellSize;
    const gate = measures.gateBefore(module);
    const reach = gate ? size.radius + gate.width + 2 * GATE.beside : 0;
    const before = modules[index - 1];
    if (before === undefined) left = -Math.max(size.half, reach);
    const rim = (xs[index - 1] ?? 0) + (sizes[index - 1]?.radius ?? 0);
    const x = before === undefined ? 0 : middleBehind(before, { rim, right }, size.half, reach);
    const height = Math.max(size.above, gate ? gate.height + GATE.above : 0);
    silhouette.cover(before === undefined ? left : right, x + size.half, -height, size.below);
    const group = planGroup(module, x, size, plans, silhouette);
    xs.push(x);
    children.push(...(group?.children ?? []));
    right = group?.right ?? x + size.half;
    top = Math.min(top, -height, group?.top ?? 0);
    bottoms.push(Math.max(size.below, group?.bottom ?? 0));
  });
  return { modules, sizes, xs, bottoms, children, left, right, top };
}

/** Where a module stands behind another one: clear of its words, with room for those on the line, and for a merge. */
function middleBehind(
  before: Module,
  { rim, right }: { readonly rim: number; readonly right: number },
  half: number,
  reach: number,
): number {
  const hasGroup = before.branches.length + before.routes.length > 0;
  if (!hasGroup) return Math.max(right + BETWEEN_CELLS + half, rim + reach);
  return Math.max(right + 2 * CORNER + half, right + CORNER + reach);
}

/** The routes and branches of a module, stacked behind it and centred. What they cover is added to the silhouette. */
function planGroup(
  module: Module,
  x: number,
  { half }: CellSize,
  plans: ReadonlyMap<Flow, Plan>,
  silhouette: GrowingSilhouette,
) {
  const flows = [...module.routes, ...module.branches];
  const inner = flows.map((flow) => plans.get(flow)).filter((plan) => plan !== undefined);
  if (inner.length === 0) return undefined;
  const bus = x + half + CORNER / 2;
  const start = bus + CORNER + Math.max(...inner.map((plan) => -plan.left));
  const right = start + Math.max(...inner.map((plan) => plan.right));
  const { ys, top, bottom } = stack(inner, start);
  const middle = ((ys[0] ?? 0) + (ys.at(-1) ?? 0)) / 2;
  const meets = right + CORNER / 2;
  const children = inner.map((plan, index): Child => {
    const y = (ys[index] ?? 0) - middle;
    const isBranch = plan.flow.kind === "branch";
    const comesBack = isBranch && plan.flow.source?.merge === true;
    silhouette.cover(bus, start + plan.left, Math.min(0, y) - LINE_ROOM, Math.max(0, y) + LINE_ROOM);
    silhouette.add(plan.silhouette, { x: start, y });
    if (comesBack) silhouette.cover(bus, meets, top - middle, bottom - middle);
    const way = [
      { x: bus, y: 0 },
      { x: bus, y },
    ];
    return { plan, kind: isBranch ? "branch" : "route", x: start, y, way, meets: comesBack ? meets : undefined };
  });
  return { children, right, top: top - middle, bottom: bottom - middle };
}

/** Flows below each other, each as high as it fits. Branches that come back need the way on their right. */
function stack(plans: readonly Plan[], x: number) {
  const stacked = createSilhouette();
  const ys: number[] = [];
  let top = 0;
  let bottom = 0;
  for (const plan of plans) {
    const { silhouette } = plan.flow.kind === "branch" ? { silhouette: rectangle(plan) } : plan;
    const y = ys.length === 0 ? 0 : (clearance(stacked, silhouette, { x, y: 0 }, BETWEEN_FLOWS) ?? 0);
    ys.push(y);
    stacked.add(silhouette, { x, y });
    top = Math.min(top, y + plan.top);
    bottom = Math.max(bottom, y + plan.bottom);
  }
  return { ys, top, bottom };
}
