// Lines between modules, and what stands on them.

import { FONT, LINE, type MeasuredPicture } from "./card-size.ts";
import { type Edge, GATE, type PlacedGate, type Point } from "./geometry.ts";
import { FUNNEL } from "./glyphs.ts";
import { escapeXml } from "./harmless.ts";
import type { Picture } from "./picture.ts";
import { number, textLines } from "./svg-text.ts";

/** How round a corner is. */
const ROUND = 14;

export interface EdgeLook {
  readonly isOff: boolean;
  readonly isError: boolean;
  readonly change: "added" | "removed" | undefined;
}

/** A dotted line, as Make draws it; dashed where something failed. A flow without modules ends in a ring. */
export function drawEdge({ kind, points, to }: Edge, { isOff, isError, change }: EdgeLook): string {
  const isFailure = isError || kind === "handler";
  const more = `${isOff ? " pale" : ""}${change ? ` ${change}` : ""}`;
  const end = points.at(-1);
  const ring =
    to === undefined && end
      ? `<circle class="sign${more}" cx="${number(end.x + 6)}" cy="${number(end.y)}" r="5"/>`
      : "";
  return `<path class="${isFailure ? "fail" : "line"}${more}" d="${rounded(points)}"/>${ring}`;
}

/** A line around corners. */
function rounded(points: readonly Point[]): string {
  const [first] = points;
  if (first === undefined) return "";
  const parts = [`M${number(first.x)} ${number(first.y)}`];
  for (let index = 1; index < points.length; index++) {
    const [before, here, after] = [points[index - 1] as Point, points[index] as Point, points[index + 1]];
    if (after === undefined) {
      parts.push(`L${number(here.x)} ${number(here.y)}`);
      continue;
    }
    const from = towards(here, before);
    const to = towards(here, after);
    parts.push(
      `L${number(from.x)} ${number(from.y)}Q${number(here.x)} ${number(here.y)} ${number(to.x)} ${number(to.y)}`,
    );
  }
  return parts.join("");
}

/** A little way from one point to another, at most to the middle. */
function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = length === 0 ? 0 : Math.min(ROUND, length / 2) / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

/** A funnel on the line and its words above. */
export function drawGate({ x, y, flow, module }: PlacedGate, picture: Picture, { linesOf }: MeasuredPicture): string {
  const gate = module ? picture.gateBefore(module) : picture.gateOf(flow);
  if (gate === undefined) return "";
  const { lines } = linesOf(gate);
  const isOff = picture.isOff(flow);
  const funnel = gate.isFilter
    ? `<g transform="translate(${number(x)} ${number(y)})"><circle class="badge" r="10"/><path class="funnel" d="${FUNNEL}"/></g>`
    : "";
  const words = textLines(lines, {
    x,
    y: y - GATE.above - (lines.length - 1) * LINE.gate,
    step: LINE.gate,
    size: FONT.gate,
    className: `muted mid${gate.isElse ? " bold" : ""}`,
  });
  return `<g${isOff ? ' class="pale"' : ""}><title>${escapeXml(gate.words)}</title>${funnel}${words}</g>`;
}

/** What stands above a chain that hangs on nothing. */
export const drawOrphanHeading = ({ x, y }: Point): string =>
  textLines(["Not connected: never runs"], { x, y, step: 0, size: 12, className: "muted bold" });
