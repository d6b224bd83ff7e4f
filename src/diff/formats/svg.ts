import { formatSvg } from "../../render/svg.ts";
import { type DrawableDiff, drawnChange } from "./drawn-change.ts";
import type { DrawingOptions } from "./format.ts";

/** The picture of a change. */
export function formatSvgDiff(file: DrawableDiff, options: DrawingOptions = {}): string {
  const merged = file.merged();
  return formatSvg(merged.scenario, { ...options, cover: file.cover, change: drawnChange(file, merged) });
}
