// What is wrong with where things stand in a picture.

import type { Module, Scenario } from "../../src/model/scenario.ts";
import { idStart, idWidth, LINE, measure, NOTE_FOOT, NOTE_PADDING } from "../../src/render/card-size.ts";
import { type Box, type Edge, GATE, type Point } from "../../src/render/geometry.ts";
import { layout } from "../../src/render/layout.ts";
import { pictureOf } from "../../src/render/picture.ts";

interface NamedBox extends Box {
  readonly name: string;
  readonly module: Module | undefined;
}

interface Segment {
  readonly edge: Edge;
  readonly a: Point;
  readonly b: Point;
}

/** Everything that overlaps, crosses or sticks out, in words. */
export function faultsOf(scenario: Scenario): readonly string[] {
  const picture = pictureOf(scenario);
  const measures = measure(picture);
  const placed = layout(scenario, measures, { heading: 60, margin: 20 });
  const boxes: NamedBox[] = [];
  for (const [module, { x, y }] of placed.cells) {
    const name = `${module.type} (${module.id})`;
    const { radius, title, subtitle, note, id } = measures.textOf(module);
    const { below } = measures.cell(module);
    const words = Math.max(title.width, subtitle.width);
    boxes.push({ name, module, x: x - radius - 2, y: y - radius - 2, width: 2 * radius + 4, height: 2 * radius + 4 });
    const pill = { x: x + idStart(radius), y: y + 0.72 * radius - 8, width: idWidth(id), height: 16 };
    boxes.push({ name: `number of ${name}`, module, ...pill });
    boxes.push({
      name: `words of ${name}`,
      module,
      x: x - words / 2,
      y: y + radius + 9,
      width: words,
      height: below - radius - 9,
    });
    if (note) {
      const [width, height] = [note.width + 2 * NOTE_PADDING, note.lines.length * LINE.note + 2 * NOTE_PADDING];
      boxes.push({ name: `note of ${name}`, module, x: x - width / 2, y: y - NOTE_FOOT - height, width, height });
    }
  }
  for (const { x, y, flow, module } of placed.gates) {
    const size = module ? measures.gateBefore(module) : measures.gateOf(flow);
    if (size === undefined) continue;
    const height = size.height + GATE.above - 11;
    const name = `words on the line to ${module ? module.id : "nothing"}`;
    boxes.push({
      name,
      module: undefined,
      x: x - size.width / 2,
      y: y - GATE.above - size.height,
      width: size.width,
      height,
    });
  }
  const segments = placed.edges.flatMap((edge) =>
    edge.points.slice(1).map((b, index): Segment => ({ edge, a: edge.points[index] as Point, b })),
  );
  return [
    ...([...placed.cells.keys()].length === scenario.modules.length ? [] : ["not every module has a place"]),
    ...outside(boxes, segments, placed),
    ...overlaps(boxes),
    ...crossings(segments),
    ...passages(segments, boxes),
  ];
}

function outside(boxes: readonly NamedBox[], segments: readonly Segment[], size: { width: number; height: number }) {
  const isIn = (x: number, y: number): boolean => x >= 0 && y >= 60 && x <= size.width && y <= size.height;
  return [
    ...boxes
      .filter(({ x, y, width, height }) => !isIn(x, y) || !isIn(x + width, y + height))
      .map(({ name }) => `${name} stands outside`),
    ...segments
      .filter(({ a, b }) => !isIn(a.x, a.y) || !isIn(b.x, b.y))
      .map(({ edge }) => `${nameOf(edge)} runs outside`),
  ];
}

function overlaps(boxes: readonly NamedBox[]): readonly string[] {
  const sorted = boxes.toSorted((a, b) => a.x - b.x);
  const found: string[] = [];
  sorted.forEach((box, index) => {
    for (let next = index + 1; next < sorted.length; next++) {
      const other = sorted[next] as NamedBox;
      if (other.x >= box.x + box.width) break;
      if (box.y < other.y + other.height && other.y < box.y + box.height && (box.module ?? {}) !== other.module)
        found.push(`${box.name} overlaps ${other.name}`);
    }
  });
  return found;
}

/** Lines meet only where they part or come together. */
function crossings(segments: readonly Segment[]): readonly string[] {
  const upright = segments.filter(({ a, b }) => a.x === b.x);
  const level = segments.filter(({ a, b }) => a.x !== b.x);
  const found = level.filter(({ a, b }) => a.y !== b.y).map(({ edge }) => `${nameOf(edge)} is slanted`);
  for (const { edge, a, b } of upright) {
    const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
    for (const other of level) {
      const [left, right] = [Math.min(other.a.x, other.b.x), Math.max(other.a.x, other.b.x)];
      if (left < a.x && a.x < right && top < other.a.y && other.a.y < bottom && other.edge !== edge)
        found.push(`${nameOf(edge)} crosses ${nameOf(other.edge)}`);
    }
  }
  return found;
}

/** A line touches no module but its own, and no words. */
function passages(segments: readonly Segment[], boxes: readonly NamedBox[]): readonly string[] {
  return segments.flatMap(({ edge, a, b }) =>
    boxes
      .filter(({ module }) => module === undefined || (module !== edge.from && module !== edge.to))
      .filter(
        ({ x, y, width, height }) =>
          Math.max(a.x, b.x) > x &&
          Math.min(a.x, b.x) < x + width &&
          Math.max(a.y, b.y) > y &&
          Math.min(a.y, b.y) < y + height,
      )
      .map(({ name }) => `${nameOf(edge)} runs through ${name}`),
  );
}

const nameOf = ({ kind, from, to }: Edge): string => `the line ${from.id} → ${to?.id ?? "nothing"} (${kind})`;
