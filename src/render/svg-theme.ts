// Colours of a picture, by light and by dark. Written as plain rules, which every program that draws SVG understands.

import { CHANGE_KINDS } from "./change-marks.ts";

/** `auto` follows what the reader's system prefers. */
export type Theme = "auto" | "light" | "dark";

interface Colors {
  readonly paper: string;
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly failure: string;
  readonly span: string;
  readonly note: string;
  readonly noteText: string;
  readonly badge: string;
  readonly off: string;
  /** Around a bubble: it sets the bubble off from what lies below it. */
  readonly rim: string;
  /** What a change does to a module. */
  readonly added: string;
  readonly removed: string;
  readonly changed: string;
  readonly moved: string;
}

export const COLORS: Readonly<Record<"light" | "dark", Colors>> = {
  light: {
    paper: "#ffffff",
    text: "#1d2433",
    muted: "#566074",
    line: "#8490a4",
    failure: "#c4320a",
    span: "#e7eefc",
    note: "#fff3c4",
    noteText: "#5c4708",
    badge: "#ffffff",
    off: "#697386",
    rim: "#ffffff",
    added: "#1a7f37",
    removed: "#cf222e",
    changed: "#8a5b00",
    moved: "#0969da",
  },
  dark: {
    paper: "#10151f",
    text: "#edf1f7",
    muted: "#a3aec0",
    line: "#5d6a80",
    failure: "#ff9466",
    span: "#1b2740",
    note: "#4a3d12",
    noteText: "#f8e8b0",
    badge: "#1f2937",
    off: "#667085",
    rim: "#39455a",
    added: "#4ac26b",
    removed: "#ff7b72",
    changed: "#e3b341",
    moved: "#6cb6ff",
  },
};

/** The dashes of lines that are gone, and of the rings around what they led to. */
const GONE = "stroke-dasharray:6 5";

const rules = (colors: Colors): string =>
  [
    `.paper{fill:${colors.paper}}`,
    `.text{fill:${colors.text}}`,
    `.muted{fill:${colors.muted}}`,
    `.line{stroke:${colors.line}}`,
    `.fail{stroke:${colors.failure}}`,
    `.failed{fill:${colors.failure}}`,
    `.span{fill:${colors.span}}`,
    `.note{fill:${colors.note}}`,
    `.noted{fill:${colors.noteText}}`,
    `.badge{fill:${colors.badge};stroke:${colors.line}}`,
    `.sign{stroke:${colors.text}}`,
    `.funnel{fill:${colors.badge};stroke:${colors.muted}}`,
    `.edge{stroke:${colors.rim}}`,
    `.ghost{fill:${colors.paper}}`,
    `.off{fill:${colors.off}}`,
    `.on-sign{fill:${colors.paper}}`,
    ...CHANGE_KINDS.map((kind) => `.${kind}{stroke:${colors[kind]}}.in-${kind}{fill:${colors[kind]}}`),
  ].join("");

const FONTS = 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif';

/** The style of a picture. Where no program knows what the reader prefers, it is light. */
export function styleOf(theme: Theme): string {
  const fixed = [
    `.cyanotype{font-family:${FONTS}}`,
    ".line,.fail{fill:none;stroke-linecap:round;stroke-linejoin:round}",
    ".line{stroke-width:4;stroke-dasharray:.1 8}",
    ".fail{stroke-width:2;stroke-dasharray:5 5}",
    ".sign{fill:none;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}",
    ".glyph{fill:none;stroke:#fff;stroke-width:3;stroke-linecap:round;stroke-linejoin:round}",
    ".letters{fill:#fff;font-weight:600}",
    ".bold{font-weight:600}",
    ".mid{text-anchor:middle}",
    ".pale{opacity:.55}",
    ".back{opacity:.5}",
    ".halo{fill:none;stroke-width:4}",
    ".line.added,.line.removed,.fail.added,.fail.removed{stroke-width:3;stroke-dasharray:none}",
    `.halo.removed,.line.removed,.fail.removed{${GONE}}`,
    ".struck{text-decoration:line-through}",
  ].join("");
  if (theme !== "auto") return fixed + rules(COLORS[theme]);
  return `${fixed}${rules(COLORS.light)}@media (prefers-color-scheme:dark){${rules(COLORS.dark)}}`;
}
