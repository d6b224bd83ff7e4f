import { formatMermaid } from "../../render/mermaid.ts";
import { type DrawableDiff, drawnChange } from "./drawn-change.ts";

/** The flowchart of a change, for Markdown; without a fence around it. */
export function formatMermaidDiff(file: DrawableDiff): string {
  const merged = file.merged();
  return formatMermaid(merged.scenario, { cover: file.cover, change: drawnChange(file, merged) });
}
