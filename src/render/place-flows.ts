import type { Flow, Module } from "../model/scenario.ts";
import { type Edge, GATE, type Measures, type PlacedGate, type Point } from "./geometry.ts";
import type { Child, Plan } from "./plan-flows.ts";

/** Gathers what is placed, flow after flow, from the outside in. */
export function createOutput(measures: Measures) {
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
