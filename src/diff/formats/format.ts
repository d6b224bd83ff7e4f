// The ways to print what has changed. Each is loaded when somebody asks for it.

import type { Theme } from "../../render/svg-theme.ts";
import type { ScenarioDiff } from "../diff.ts";
import { isEqual } from "../summary.ts";
import type { DrawableDiff } from "./drawn-change.ts";

/** A scenario in its two states. A path that is missing says that the scenario is new, or gone. */
export interface FileDiff {
  readonly before?: string;
  readonly after?: string;
  /** Whether its file has others as well. */
  readonly isOneOfSeveral?: boolean;
  readonly diff: ScenarioDiff;
}

export type Style = "added" | "removed" | "changed" | "path" | "quiet" | "strong";
/** Paints a part of the output for a terminal. */
export type Paint = (style: Style, text: string) => string;

export type Format = (files: readonly FileDiff[], paint?: Paint) => string;

const LOADERS = {
  text: async (): Promise<Format> => (await import("./text.ts")).formatText,
  markdown: async (): Promise<Format> => (await import("./markdown.ts")).formatMarkdown,
  json: async (): Promise<Format> => (await import("./json.ts")).formatJson,
};

export interface DrawingOptions {
  readonly theme?: Theme;
}
/** Draws one scenario with its change in it. */
export type Drawing = (file: DrawableDiff, options?: DrawingOptions) => string;

const DRAWINGS = {
  mermaid: async (): Promise<Drawing> => (await import("./mermaid.ts")).formatMermaidDiff,
  svg: async (): Promise<Drawing> => (await import("./svg.ts")).formatSvgDiff,
  html: async (): Promise<Drawing> => (await import("./html.ts")).formatHtmlDiff,
};
export type DrawingName = keyof typeof DRAWINGS;

export const loadDrawing = (name: DrawingName): Promise<Drawing> => DRAWINGS[name]();

/** `patch` is no format of a report: it is exact, and for programs. */
export const FORMATS = [...(Object.keys(LOADERS) as (keyof typeof LOADERS)[]), "patch"] as const;
export type FormatName = (typeof FORMATS)[number];

export const loadFormat = (name: Exclude<FormatName, "patch">): Promise<Format> => LOADERS[name]();

/** Whether a scenario is there in both states, and the same. */
export const isUnchanged = ({ before, after, diff }: FileDiff): boolean =>
  before !== undefined && after !== undefined && isEqual(diff);

/** What a scenario is called in a report: by its file, or by both; and by its name, where that is needed. */
export function nameOf({ before, after, isOneOfSeveral = false, diff }: FileDiff): string {
  const path = pathOf(before, after);
  return isOneOfSeveral ? `${path} › ${diff.name}` : path;
}

function pathOf(before: string | undefined, after: string | undefined): string {
  if (before === undefined || after === undefined) return after ?? before ?? "";
  // Whoever asks for a revision knows which one.
  return before === after || before.endsWith(`:${after}`) ? after : `${before} → ${after}`;
}
