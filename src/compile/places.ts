// Where modules stand that an export had places for. What the editor placed stays; what is new stands between its
// neighbours, or at the usual distance behind the one before it.

import type { Flow, Module, Scenario } from "../model/scenario.ts";
import { designerOf, type EditorData } from "./editor-data.ts";
import { GRID, layout, type Point } from "./layout.ts";

/** A bubble's room: nearer ones cover each other. */
const ROOM = 100;

/** Positions for every module that runs. Without places from an export, the layout's. */
export function places(
  scenario: Scenario,
  keys: ReadonlyMap<Module, string>,
  editor: EditorData | undefined,
): ReadonlyMap<Module, Point> {
  const steps = new Map(Object.entries(editor?.steps ?? {}));
  const stepOf = (module: Module) => steps.get(keys.get(module) ?? "");
  const laidOut = layout(scenario);
  const kept = scenario.modules.map((module) => placeOf(stepOf(module)));
  if (kept.every((place) => place === undefined)) return laidOut;

  const placed = new Map<Module, Point>();
  scenario.modules.forEach((module, index) => {
    const point = kept[index] ?? (stepOf(module) ? laidOut.get(module) : undefined);
    if (point) placed.set(module, point);
  });
  for (const flow of scenario.flows) placeNew(flow, placed);
  return placed;
}

function placeOf(step: EditorData["steps"][string] | undefined): Point | undefined {
  const { x, y } = (step && designerOf(step)) ?? {};
  return isCoordinate(x) && isCoordinate(y) ? { x, y } : undefined;
}

/** Farther out, numbers are too coarse to stand beside them. */
const isCoordinate = (value: unknown): value is number => typeof value === "number" && Math.abs(value) < 2 ** 31;

/** Gives the modules of a flow that have no place one, and then those of the flows that hang on it. */
function placeNew(flow: Flow, placed: Map<Module, Point>): void {
  for (const module of flow.modules) {
    if (!placed.has(module)) placed.set(module, free(wanted(module, placed), placed));
    for (const inner of [...module.routes, ...module.branches, ...hangingBelow(module)]) placeNew(inner, placed);
  }
}

type Placed = ReadonlyMap<Module, Point>;

/** Where a new module would stand if there were room. What is in front of it in its flow has a place already. */
function wanted(module: Module, placed: Placed): Point {
  const { flow, position } = module;
  const behind = flow.modules.slice(position + 1);
  const next = behind.findIndex((later) => placed.has(later));
  const right = next < 0 ? insideOf(flow.modules.at(-1), placed) : placed.get(behind[next] as Module);
  // How many new ones share the way, this one among them.
  const count = next < 0 ? behind.length + 1 : next + 1;
  const left = position > 0 ? endOf(flow.modules[position - 1] as Module, placed) : placed.get(flow.owner as Module);
  if (left && right) {
    const part = (from: number, to: number): number => Math.round(from + (to - from) / (count + 1));
    return { x: part(left.x, right.x), y: part(left.y, right.y) };
  }
  if (right) return { x: right.x - count * GRID, y: right.y };
  if (left && position > 0) return { x: left.x + GRID, y: left.y };
  return left ? startOf(flow, left, placed) : { x: 0, y: lowest(placed) + GRID };
}

/** Where the first module of a new flow stands: below the flows beside it; error routes and tools below their step. */
function startOf(flow: Flow, owner: Point, placed: Placed): Point {
  const isBelow = flow.kind === "handler" || flow.kind === "tool";
  const beside = isBelow ? [] : [...(flow.owner?.routes ?? []), ...(flow.owner?.branches ?? [])];
  const starts = beside.flatMap(({ modules: [first] }) => (first && placed.get(first)) ?? []);
  const y = isBelow ? owner.y + GRID : Math.max(...starts.map((start) => start.y + GRID), owner.y);
  return { x: owner.x + GRID, y };
}

/** Where a module ends: an if-else goes on behind its longest branch. */
function endOf(module: Module, placed: Placed): Point | undefined {
  const place = placed.get(module);
  const inside = module.branches.flatMap(({ modules }) => modules.flatMap((inner) => endOf(inner, placed) ?? []));
  return place && { x: Math.max(place.x, ...inside.map(({ x }) => x)), y: place.y };
}

/** The middle of what a new router or if-else has been put in front of. */
function insideOf(module: Module | undefined, placed: Placed): Point | undefined {
  const starts = [...(module?.routes ?? []), ...(module?.branches ?? [])].flatMap(
    ({ modules: [first] }) => (first && placed.get(first)) ?? [],
  );
  const middle = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  if (starts.length === 0) return undefined;
  return { x: middle(starts.map(({ x }) => x)), y: middle(starts.map(({ y }) => y)) };
}

const hangingBelow = ({ handler, tools }: Module): readonly Flow[] => [...(handler ? [handler] : []), ...tools];

const lowest = (placed: Placed): number => Math.max(...[...placed.values()].map(({ y }) => y));

/** The nearest place below that covers no other bubble. */
function free({ x, y }: Point, placed: Placed): Point {
  const covers = (point: Point): boolean => Math.abs(point.x - x) < ROOM && Math.abs(point.y - y) < ROOM;
  return [...placed.values()].some(covers) ? free({ x, y: y + GRID / 2 }, placed) : { x, y };
}
