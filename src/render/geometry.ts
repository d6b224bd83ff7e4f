// The shapes that a layout speaks of. All measures are in pixels.

import type { Flow, Module } from "../model/scenario.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How much room a module takes around its middle. */
export interface CellSize {
  readonly radius: number;
  /** Half of the width with its words. */
  readonly half: number;
  readonly above: number;
  readonly below: number;
}

/** What the layout asks about the things that it places. */
export interface Measures {
  readonly cell: (module: Module) => CellSize;
  /** The words on the line to a module, above the line. */
  readonly gateBefore: (module: Module) => Size | undefined;
  /** The words on the line to a flow without modules. */
  readonly gateOf: (flow: Flow) => Size | undefined;
}

export type EdgeKind = "next" | "route" | "branch" | "merge" | "handler" | "tool";

/** A line, with a right angle at each point between its ends. */
export interface Edge {
  readonly kind: EdgeKind;
  /** The flow that it belongs to. */
  readonly flow: Flow;
  readonly from: Module;
  /** Nothing for a flow without modules. */
  readonly to: Module | undefined;
  readonly points: readonly Point[];
}

/** Where words stand: the middle of their foot, on the line. */
export interface PlacedGate extends Point {
  readonly flow: Flow;
  readonly module: Module | undefined;
}

export interface Layout {
  readonly cells: ReadonlyMap<Module, Point>;
  readonly edges: readonly Edge[];
  readonly gates: readonly PlacedGate[];
  /** What an aggregator collects, from its source on: one box for each row. */
  readonly spans: readonly { readonly aggregator: Module; readonly box: Box }[];
  /** The heads of chains that hang on nothing. */
  readonly orphans: readonly Point[];
  readonly width: number;
  readonly height: number;
}

/** The gap between a line's words and what stands beside and below them. */
export const GATE = { beside: 12, above: 14 } as const;

export const BETWEEN_CELLS = 30;
/** From a line's upright part to what it leads to: room for a round corner. */
export const CORNER = 24;
