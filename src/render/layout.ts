// Where everything in a picture stands. A flow runs to the right and goes on in a further row where it is long; routes
// and branches are stacked behind their owner, each below the silhouette of the one before; error routes and tools hang
// below in rectangles. So nothing overlaps and no line crosses another by construction, and each flow is measured once:
// inner flows first.

import type { Flow, Module, Scenario } from "../model/scenario.ts";
import { feederOf } from "../model/visibility.ts";
import { clearance, createSilhouette, type GrowingSilhouette, type Silhouette } from "./silhouette.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How much room a module takes around its middle. */
export interface CellSize {
  readonly radius: number;
  /** Half of the width with its words. */
  readonly half: number;
  readonly above: number;
  readonly below: number;
}

/** What the layout asks about the things that it places. */
export interface Measures {
  readonly cell: (module: Module) => CellSize;
  /** The words on the line to a module, above the line. */
  readonly gateBefore: (module: Module) => Size | undefined;
  /** The words on the line to a flow without modules. */
  readonly gateOf: (flow: Flow) => Size | undefined;
}

export type EdgeKind = "next" | "route" | "branch" | "merge" | "handler" | "tool";

/** A line, with a right angle at each point between its ends. */
export interface Edge {
  readonly kind: EdgeKind;
  /** The flow that it belongs to. */
  readonly flow: Flow;
  readonly from: Module;
  /** Nothing for a flow without modules. */
  readonly to: Module | undefined;
  readonly points: readonly Point[];
}

/** Where words stand: the middle of their foot, on the line. */
export interface PlacedGate extends Point {
  readonly flow: Flow;
  readonly module: Module | undefined;
}

export interface Layout {
  readonly cells: ReadonlyMap<Module, Point>;
  readonly edges: readonly Edge[];
  readonly gates: readonly PlacedGate[];
  /** What an aggregator collects, from its source on: one box for each row. */
  readonly spans: readonly { readonly aggregator: Module; readonly box: Box }[];
  /** The heads of chains that hang on nothing. */
  readonly orphans: readonly Point[];
  readonly width: number;
  readonly height: number;
}

/** The gap between a line's words and what stands beside and below them. */
export const GATE = { beside: 12, above: 14 } as const;

const BETWEEN_CELLS = 30;
const BETWEEN_FLOWS = 26;
const BETWEEN_ROWS = 52;
const BETWEEN_CHAINS = 64;
/** From a bus line to the flows that leave it: room for a round corner. */
const CORNER = 24;
const HANGING = 30;
/** What a line keeps clear on both sides. */
const LINE_ROOM = 10;
/** A flow of more modules goes on in further rows of about so many. */
const LONGEST_ROW = 11;
const ROW = 8;

/** A flow that is measured; places are relative to the middle of its first module. */
interface Plan {
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
interface Child extends Point {
  readonly plan: Plan;
  readonly kind: Exclude<EdgeKind, "next" | "merge">;
  /** Points on the way, between the owner and the flow's beginning. */
  readonly way: readonly Point[];
  /** Of a branch that comes back: the upright line where the branches meet. */
  readonly meets: number | undefined;
}

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

/** Measures every flow, those inside of others first. Reading order has owners before what they own. */
function planAll({ flows, orphans, modules }: Scenario, measures: Measures): ReadonlyMap<Flow, Plan> {
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
    if (to === flow.modules.length - 1 && isFirst) {
      return { flow, ...whole, cells, rows, children, silhouette: row.silhouette };
    }
  }
  return { flow, ...whole, cells, rows, children, silhouette: rectangle(whole) };
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

function planRow(modules: readonly Module[], measures: Measures, plans: ReadonlyMap<Flow, Plan>): PlannedRow {
  const sizes = modules.map(measures.cell);
  const xs: number[] = [];
  const children: Child[] = [];
  const silhouette = createSilhouette();
  /** Per module: how far down its column is used. */
  const bottoms: number[] = [];
  let top = 0;
  /** What the next module must stay clear of. */
  let right = 0;
  let left = 0;
  modules.forEach((module, index) => {
    const size = sizes[index] as CellSize;
    const gate = measures.gateBefore(module);
    const reach = gate ? size.radius + gate.width + 2 * GATE.beside : 0;
    const before = index === 0 ? undefined : modules[index - 1];
    const beforeSize = sizes[index - 1];
    let x = 0;
    if (before && beforeSize) {
      const beforeX = xs[index - 1] ?? 0;
      const behind = before.branches.length + before.routes.length > 0 ? right + CORNER : beforeX + beforeSize.radius;
      x = Math.max(right + BETWEEN_CELLS + size.half, behind + reach);
      if (before.branches.length > 0) x = Math.max(x, right + 2 * CORNER + size.half);
    } else {
      left = -Math.max(size.half, reach);
    }
    xs.push(x);
    const height = Math.max(size.above, gate ? gate.height + GATE.above : 0);
    silhouette.cover(index === 0 ? left : right, x + size.half, -height, size.below);
    right = x + size.half;
    top = Math.min(top, -height);
    bottoms.push(size.below);
    const group = planGroup(module, x, size, plans, silhouette);
    if (group === undefined) return;
    children.push(...group.children);
    right = group.right;
    top = Math.min(top, group.top);
    bottoms[index] = Math.max(size.below, group.bottom);
  });

  const slots = modules.map((_, index) => (xs[index] ?? 0) - (sizes[index]?.half ?? 0) - BETWEEN_CELLS / 2);
  // From the right, so that a line down from a module on the left passes in front of what hangs on later ones.
  for (let index = modules.length - 1; index >= 0; index--) {
    const hanging = hang(modules[index] as Module, index, plans);
    children.push(...hanging.children);
    right = Math.max(right, hanging.right);
    left = Math.min(left, hanging.left);
  }
  return { xs, children, left, right, top, bottom: Math.max(...bottoms), silhouette };

  /** Hangs error routes and tools below a module, each below the last and clear of what stands there. */
  function hang(module: Module, index: number, all: ReadonlyMap<Flow, Plan>) {
    const flows = [...module.tools, ...(module.handler ? [module.handler] : [])];
    const hung: Child[] = [];
    const x = xs[index] ?? 0;
    const { half = 0, below = 0 } = sizes[index] ?? {};
    let reached = { left: 0, right: 0 };
    for (const flow of flows) {
      const plan = all.get(flow);
      if (plan === undefined) continue;
      const [first] = flow.modules;
      const isBelow = flows.length === 1 && first !== undefined && -plan.left <= half + BETWEEN_CELLS / 2;
      const isStraight = isBelow && measures.gateBefore(first) === undefined;
      const start = isStraight ? x : x + CORNER - plan.left;
      const end = start + plan.right + BETWEEN_CELLS / 2;
      let ground = 0;
      let until = index;
      for (; until < modules.length && (until === index || (slots[until] ?? 0) < end); until++)
        ground = Math.max(ground, bottoms[until] ?? 0);
      const y = ground + HANGING - plan.top;
      for (let slot = index; slot < until; slot++) bottoms[slot] = y + plan.bottom;
      const kind = flow.kind === "tool" ? "tool" : "handler";
      const way = isStraight
        ? [{ x, y: below }]
        : [
            { x, y: below },
            { x, y },
          ];
      hung.push({ plan, kind, x: start, y, way, meets: undefined });
      silhouette.cover(Math.min(x, start + plan.left), start + plan.right, 0, y + plan.bottom);
      reached = {
        left: Math.min(reached.left, start + plan.left),
        right: Math.max(reached.right, start + plan.right),
      };
    }
    return { children: hung, ...reached };
  }
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

/** Gathers what is placed, flow after flow, from the outside in. */
function createOutput(measures: Measures) {
  const cells = new Map<Module, Point>();
  const edges: Edge[] = [];
  const gates: PlacedGate[] = [];

  /** Puts a plan, and all plans in it, where its first module's middle is to be. */
  function place(root: Plan, at: Point): void {
    const waiting: { readonly plan: Plan; readonly at: Point }[] = [{ plan: root, at }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { plan, at: origin } = next;
      plan.flow.modules.forEach((module, index) => {
        const cell = plan.cells[index];
        if (cell) cells.set(module, shifted(cell, origin));
      });
      connect(plan, origin);
      for (const child of plan.children) {
        const start = shifted(child, origin);
        lead(child, start, origin);
        waiting.push({ plan: child.plan, at: start });
      }
    }
  }

  /** The lines from each module to the next. */
  function connect({ flow, rows }: Plan, origin: Point): void {
    const turns = new Map(rows.map(({ from, turn }) => [from, turn]));
    flow.modules.forEach((to, index) => {
      const from = flow.modules[index - 1];
      if (from === undefined) return;
      if (from.branches.length + from.routes.length > 0) {
        putGate(flow, to);
        return;
      }
      const start = beside(from, 1);
      const end = beside(to, -1);
      const turn = turns.get(index);
      if (turn === undefined) {
        edges.push({ kind: "next", flow, from, to, points: [start, end] });
        putGate(flow, to, (start.x + end.x) / 2);
        return;
      }
      const [right, y, left] = [turn.right + origin.x, turn.y + origin.y, turn.left + origin.x];
      edges.push({
        kind: "next",
        flow,
        from,
        to,
        points: [start, { x: right, y: start.y }, { x: right, y }, { x: left, y }, { x: left, y: end.y }, end],
      });
      putGate(flow, to);
    });
  }

  /** The line to a flow, and the one back from a branch. */
  function lead(child: Child, start: Point, origin: Point): void {
    const { plan, kind, way, meets } = child;
    const { flow } = plan;
    const { owner } = flow;
    if (owner === undefined) return;
    const [to] = flow.modules;
    const middle = cells.get(owner) ?? origin;
    const radius = to ? measures.cell(to).radius : 6;
    const passed = way.map((point) => shifted(point, origin));
    const isDown = kind === "handler" || kind === "tool";
    const isStraight = isDown && way.length === 1;
    const points = [
      ...(isDown ? [] : [{ x: middle.x + measures.cell(owner).radius, y: middle.y }]),
      ...passed,
      isStraight ? { x: start.x, y: start.y - radius } : { x: start.x - radius, y: start.y },
    ];
    edges.push({ kind, flow, from: owner, to, points: withoutRepeats(points) });
    if (to !== undefined) {
      // Its own modules are placed later.
      const gate = measures.gateBefore(to);
      if (gate) gates.push({ flow, module: to, x: start.x - radius - GATE.beside - gate.width / 2, y: start.y });
    } else {
      const gate = measures.gateOf(flow);
      if (gate) gates.push({ flow, module: undefined, x: start.x - radius - GATE.beside - gate.width / 2, y: start.y });
    }
    if (meets !== undefined) meet(child, owner, start, meets + origin.x);
  }

  function meet({ plan }: Child, owner: Module, start: Point, x: number): void {
    const { flow, cells: inner } = plan;
    const to = owner.flow.modules[owner.position + 1];
    const last = flow.modules.at(-1);
    if (to === undefined || (last !== undefined && last.branches.length + last.routes.length > 0)) return;
    const end = beside(to, -1);
    const lastAt = inner.at(-1);
    const from = last && lastAt ? shifted({ x: lastAt.x + measures.cell(last).radius, y: lastAt.y }, start) : start;
    const points = [last ? from : { x: from.x + 6, y: from.y }, { x, y: from.y }, { x, y: end.y }, end];
    edges.push({ kind: "merge", flow, from: last ?? owner, to, points: withoutRepeats(points) });
  }

  function putGate(flow: Flow, module: Module, middle?: number): void {
    const gate = measures.gateBefore(module);
    const end = beside(module, -1);
    if (gate) gates.push({ flow, module, x: middle ?? end.x - GATE.beside - gate.width / 2, y: end.y });
  }

  function beside(module: Module, side: 1 | -1): Point {
    const { x, y } = cells.get(module) ?? { x: 0, y: 0 };
    return { x: x + side * measures.cell(module).radius, y };
  }

  return { cells, edges, gates, place };
}

const shifted = ({ x, y }: Point, by: Point): Point => ({ x: x + by.x, y: y + by.y });

const withoutRepeats = (points: readonly Point[]): readonly Point[] =>
  points.filter(({ x, y }, index) => points[index - 1]?.x !== x || points[index - 1]?.y !== y);

/** The modules from each aggregator's source to itself, row by row and flow by flow. */
function spansOf({ modules, find }: Scenario, cells: ReadonlyMap<Module, Point>, measures: Measures): Layout["spans"] {
  return modules.flatMap((aggregator) => {
    const feeder = feederOf(aggregator);
    const source = feeder === undefined ? undefined : find(feeder);
    const way = source === undefined ? [] : wayBetween(source, aggregator);
    const rows: Module[][] = [];
    for (const module of way) {
      const row = rows.at(-1);
      const [first] = row ?? [];
      if (row && first?.flow === module.flow && cells.get(first)?.y === cells.get(module)?.y) row.push(module);
      else rows.push([module]);
    }
    return rows.map((row) => ({ aggregator, box: boxAround(row, cells, measures) }));
  });
}

/** From a source forward to an aggregator; nothing where it does not lie on the way. */
function wayBetween(source: Module, aggregator: Module): readonly Module[] {
  const way: Module[] = [];
  let last: Module | undefined = aggregator;
  while (last !== undefined && last.flow !== source.flow) {
    way.push(...last.flow.modules.slice(0, last.position + 1));
    last = last.flow.owner;
  }
  if (last === undefined || last.position < source.position) return [];
  return [...way, ...source.flow.modules.slice(source.position, last.position + 1)];
}

function boxAround(modules: readonly Module[], cells: ReadonlyMap<Module, Point>, { cell }: Measures): Box {
  const parts = modules.map((module) => ({ ...(cells.get(module) ?? { x: 0, y: 0 }), ...cell(module) }));
  const x = Math.min(...parts.map((part) => part.x - part.half)) - 8;
  const y = Math.min(...parts.map((part) => part.y - part.above)) - 6;
  return {
    x,
    y,
    width: Math.max(...parts.map((part) => part.x + part.half)) + 8 - x,
    height: Math.max(...parts.map((part) => part.y + part.below)) + 6 - y,
  };
}
