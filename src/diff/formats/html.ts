import { formatHtml } from "../../render/html.ts";
import { type DrawableDiff, drawnChange } from "./drawn-change.ts";
import type { DrawingOptions } from "./format.ts";

/** The page of a change: its picture, and what is different in a module when somebody asks. */
export function formatHtmlDiff(file: DrawableDiff, options: DrawingOptions = {}): string {
  const merged = file.merged();
  return formatHtml(merged.scenario, { ...options, cover: file.cover, change: drawnChange(file, merged) });
}
