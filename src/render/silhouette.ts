// What a part of a picture covers, seen from above and below: how high and how deep it reaches in each upright strip.
// Parts are pushed together until their silhouettes touch, so that a short route may stand below a long one's roof.

import type { Point } from "./geometry.ts";

/** The width of a strip. A part covers the whole of each strip that it touches. */
const STRIP = 40;

export interface Silhouette {
  /** By the number of the strip; strips left of the origin have negative numbers. */
  readonly strips: ReadonlyMap<number, Reach>;
}

interface Reach {
  readonly top: number;
  readonly bottom: number;
}

export interface GrowingSilhouette extends Silhouette {
  /** Covers a rectangle. */
  readonly cover: (left: number, right: number, top: number, bottom: number) => void;
  /** Covers what another one does, moved so that its origin is at this point. */
  readonly add: (other: Silhouette, at: Point) => void;
}

export function createSilhouette(): GrowingSilhouette {
  const strips = new Map<number, Reach>();
  const cover = (left: number, right: number, top: number, bottom: number): void => {
    const last = Math.floor(right / STRIP);
    for (let strip = Math.floor(left / STRIP); strip <= last; strip++) {
      const reach = strips.get(strip);
      strips.set(strip, {
        top: Math.min(top, reach?.top ?? top),
        bottom: Math.max(bottom, reach?.bottom ?? bottom),
      });
    }
  };
  return {
    strips,
    cover,
    add(other, { x, y }) {
      for (const [strip, { top, bottom }] of other.strips) {
        const left = strip * STRIP + x;
        cover(left, left + STRIP - 1, top + y, bottom + y);
      }
    },
  };
}

/** How far down a part must be moved to stand below another one with a gap between them; nothing if they never meet. */
export function clearance(upper: Silhouette, lower: Silhouette, at: Point, gap: number): number | undefined {
  let needed: number | undefined;
  const moved = createSilhouette();
  moved.add(lower, at);
  for (const [strip, { top }] of moved.strips) {
    const reach = upper.strips.get(strip);
    if (reach !== undefined) needed = Math.max(needed ?? Number.NEGATIVE_INFINITY, reach.bottom + gap - top);
  }
  return needed;
}
