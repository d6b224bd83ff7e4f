// Where a module stands, and which modules stand somewhere else now.

import { type Flow, type Module, previous, type Scenario } from "../model/scenario.ts";
import { asText } from "../util/as-text.ts";
import { type Change, change } from "./change.ts";
import { inOrder } from "./in-order.ts";
import type { Matching } from "./matching.ts";
import type { Titles } from "./titles.ts";

/** `in route 2 of "Router", behind "Get customer"`. */
export function describePlace({ flow, position }: Module, titles: Titles): string {
  const before = flow.modules[position - 1];
  const around = describeFlow(flow, titles);
  const behind = before === undefined ? "at the start" : `behind "${titles.of(before)}"`;
  return around === "" ? behind : before === undefined ? around : `${around}, ${behind}`;
}

function describeFlow({ kind, owner, index, source }: Flow, titles: Titles): string {
  const of = owner === undefined ? "" : ` of "${titles.of(owner)}"`;
  switch (kind) {
    case "main":
      return "";
    case "orphan":
      return "not connected";
    case "route":
      return `in route ${index + 1}${of}`;
    case "branch":
      return `in the branch ${branchName(source) ?? index + 1}${of}`;
    case "handler":
      return `in the error handler${of}`;
    case "tool":
      return `in the tool ${asText(source?.name ?? index + 1)}${of}`;
  }
}

function branchName(source: Flow["source"]): string | undefined {
  const { type, label } = source ?? {};
  if (typeof label === "string" && label !== "") return `"${label}"`;
  return type === "else" ? "else" : undefined;
}

/** What stayed and stands in another flow, or in another order, with the words for it. */
export function findMoves(
  after: Scenario,
  { beforeOf, flowAfterOf }: Matching,
  titles: Titles,
): ReadonlyMap<Module, Change> {
  const moves = new Map<Module, Change>();
  const movedAway = (b: Module, a: Module): boolean => flowAfterOf.get(a.flow) !== b.flow;
  const tell = (kind: "moved" | "reconnected", b: Module, a: Module): void => {
    moves.set(b, change(kind, "place", describePlace(a, titles), describePlace(b, titles)));
  };
  for (const flow of new Set(after.modules.map((module) => module.flow))) {
    const stayed: { readonly a: Module; readonly b: Module }[] = [];
    for (const b of flow.modules) {
      const a = beforeOf.get(b);
      if (a === undefined) continue;
      if (!movedAway(b, a)) stayed.push({ a, b });
      else if (!wentAlong(b, a)) tell("moved", b, a);
    }
    const order = inOrder(stayed.map(({ a }) => a.position));
    for (const { a, b } of stayed) if (!order.has(a.position) && !followsTheSame(b, a)) tell("reconnected", b, a);
  }
  return moves;

  /** The module in front moved as well: this one only follows it. */
  function wentAlong(b: Module, a: Module): boolean {
    const [inFront, was] = [previous(b), previous(a)];
    return inFront !== undefined && was !== undefined && followsTheSame(b, a) && movedAway(inFront, was);
  }

  function followsTheSame(b: Module, a: Module): boolean {
    const inFront = previous(b);
    return inFront !== undefined && beforeOf.get(inFront) === previous(a);
  }
}
