import { describe, expect, test } from "vitest";
import { clearance, createSilhouette } from "../../src/render/silhouette.ts";

const block = (left: number, right: number, top: number, bottom: number) => {
  const silhouette = createSilhouette();
  silhouette.cover(left, right, top, bottom);
  return silhouette;
};

describe("the clearance between two silhouettes", () => {
  test("is what the lower one must be moved down, with the gap", () => {
    expect(clearance(block(0, 100, -20, 50), block(0, 100, -30, 30), { x: 0, y: 0 }, 10)).toBe(90);
  });

  test("lets a short one stand below a roof that begins further right", () => {
    const upper = block(0, 100, -20, 20);
    upper.cover(400, 500, -200, 200);
    expect(clearance(upper, block(0, 100, -10, 10), { x: 0, y: 0 }, 10)).toBe(40);
    expect(clearance(upper, block(0, 100, -10, 10), { x: 400, y: 0 }, 10)).toBe(220);
  });

  test("is nothing where they never meet", () => {
    expect(clearance(block(0, 100, 0, 10), block(0, 100, 0, 10), { x: 400, y: 0 }, 10)).toBeUndefined();
  });

  test("knows what was added, where it was added", () => {
    const whole = createSilhouette();
    whole.add(block(-90, -10, -5, 5), { x: 100, y: 50 });
    expect(clearance(whole, block(20, 60, 0, 10), { x: 0, y: 0 }, 0)).toBe(55);
  });
});
