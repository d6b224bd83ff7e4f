// What a picture says of a change. Colours never say it alone: each kind has a sign and a word as well.

import type { Edge } from "./geometry.ts";

/** `moved` when a module only stands somewhere else. */
export const CHANGE_KINDS = ["added", "removed", "changed", "moved"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface ChangeMark {
  readonly kind: ChangeKind;
  /** What is different, line by line. */
  readonly lines: readonly ChangeLine[];
}

export interface ChangeLine {
  readonly sign: "+" | "-" | "~" | " ";
  readonly text: string;
}

/** The change that a picture of both states shows. */
export interface DrawnChange {
  /** `1 module added, 2 changed`. */
  readonly summary: string;
  /** What is different in the scenario itself. */
  readonly lines: readonly ChangeLine[];
  /** By the pointer of a module or a flow. What is the same on both sides is not in here. */
  readonly marks: ReadonlyMap<string, ChangeMark>;
}

export const CHANGE_SIGNS: Readonly<Record<ChangeKind, string>> = {
  added: "+",
  removed: "−",
  changed: "~",
  moved: "→",
};

/** `+ added, − removed`: the kinds that there are. */
export const legendOf = ({ marks }: DrawnChange): string =>
  kindsIn(marks)
    .map((kind) => `${CHANGE_SIGNS[kind]} ${kind}`)
    .join(", ");

/** The kinds of changes that there are, in one order. */
export function kindsIn(marks: DrawnChange["marks"]): readonly ChangeKind[] {
  const used = new Set([...marks.values()].map(({ kind }) => kind));
  return CHANGE_KINDS.filter((kind) => used.has(kind));
}

/** What a line leads from and to. */
export type Ends = Pick<Edge, "flow" | "from" | "to">;

/** Whether a line is new or gone: what leads to something new is, whatever stood there before. */
export function edgeChange({ flow, from, to }: Ends, marks: DrawnChange["marks"]): "added" | "removed" | undefined {
  const [start, end] = [from, to ?? flow].map(({ pointer }) => marks.get(pointer)?.kind);
  if (end === "added") return "added";
  if (start === "removed" || end === "removed") return "removed";
  return start === "added" ? "added" : undefined;
}
