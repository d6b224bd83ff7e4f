// Small drawings, each around the middle of a module of radius 36, in the colour of letters.

import type { ModuleKind } from "../catalog/module.ts";

/** What Make's own flow control looks like. */
export const KIND_GLYPHS: Readonly<Partial<Record<ModuleKind, string>>> = {
  router: "M-14 0H-4C4 0 2-11 14-11M-4 0C4 0 2 11 14 11M-4 0H14",
  "if-else": "M0-15 15 0 0 15-15 0ZM-4-3C-4-9 5-9 4-3C4 0 0 0 0 4M0 8V8.5",
  merge: "M-14-11C-2-11-4 0 4 0H14M-14 11C-2 11-4 0 4 0",
  iterator: "M-14 0H-6M-1-10H14M-1 0H14M-1 10H14",
  aggregator: "M-14-10H0M-14 0H0M-14 10H0M6-10C12-10 10 0 15 0C10 0 12 10 6 10",
};

/** What directives do with what failed. */
export const DIRECTIVE_GLYPHS: Readonly<Record<string, string>> = {
  Ignore: "M-9-9 9 9M9-9-9 9",
  Resume: "M-8-10 9 0-8 10Z",
  Commit: "M-11 0-3 8 11-8",
  Rollback: "M-3-12-11-5-3 2M-11-5H4C12-5 12 9 4 9H-4",
  Break: "M10-7C3-15-12-10-11 1C-10 12 6 14 11 4M11-13V-6H4",
};

export const FUNNEL = "M-6-5H6L1.6 0.6V5.6L-1.6 4V0.6Z";
export const BOLT = "M1.5-7-5 1.5H-0.5L-1.5 7 5-1.5H0.5Z";
export const CLOCK = "M0-4V0L3 2";
export const PERSON = "M0-6.4A3 3 0 1 1 0-0.4A3 3 0 1 1 0-6.4ZM-6 6.6C-6 0.4 6 0.4 6 6.6Z";
