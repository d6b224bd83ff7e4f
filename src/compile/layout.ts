// Where the bubbles stand. A flow runs to the right; routes and branches spread up and down around their owner; error
// routes hang below the step that they belong to. Each part is laid out by itself and then moved down until it clears
// what stands there already, column by column, so that nothing overlaps and no line crosses another.

import type { Flow, Module, Scenario } from "../model/scenario.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The editor's own distance between bubbles. */
export const GRID = 300;

/** What is already placed: the rows between which each column is used. Columns and rows are relative to its start. */
interface Block {
  readonly bubbles: readonly { readonly module: Module; readonly column: number; readonly row: number }[];
  /** Per column: the first used row and the last. */
  readonly extent: readonly (readonly [top: number, bottom: number] | undefined)[];
}

/** Positions for every module that runs; orphans have none. */
export function layout(scenario: Scenario): ReadonlyMap<Module, Point> {
  const points = new Map<Module, Point>();
  let row = 0;
  for (const flow of scenario.flows) {
    const block = place(flow);
    const top = Math.min(0, ...block.extent.map((extent) => extent?.[0] ?? 0));
    const bottom = Math.max(0, ...block.extent.map((extent) => extent?.[1] ?? 0));
    for (const bubble of block.bubbles) {
      points.set(bubble.module, { x: bubble.column * GRID, y: (bubble.row - top + row) * GRID });
    }
    row += bottom - top + 1;
  }
  return points;
}

function place(flow: Flow): Block {
  const bubbles: Block["bubbles"][number][] = [];
  const extent: ([number, number] | undefined)[] = [];

  /** Adds a block so that its start stands at this column and row. */
  const add = (block: Block, column: number, row: number): void => {
    for (const bubble of block.bubbles) {
      bubbles.push({ module: bubble.module, column: bubble.column + column, row: bubble.row + row });
    }
    block.extent.forEach((used, index) => {
      if (used) use(column + index, used[0] + row, used[1] + row);
    });
  };
  const use = (column: number, top: number, bottom: number): void => {
    const used = extent[column];
    extent[column] = used ? [Math.min(used[0], top), Math.max(used[1], bottom)] : [top, bottom];
  };

  const hanging: { readonly block: Block; readonly column: number }[] = [];
  let column = 0;
  for (const module of flow.modules) {
    bubbles.push({ module, column, row: 0 });
    use(column, 0, 0);
    for (const below of [module.handler, ...module.tools]) {
      if (below && below.modules.length > 0) hanging.push({ block: place(below), column: column + 1 });
    }
    const spread = stack([...module.routes, ...module.branches].map(place));
    column += 1;
    if (spread.extent.length > 0) {
      add(spread, column, 0);
      // Behind an if-else the flow goes on where its longest branch ends; nothing stands behind a router.
      column += spread.extent.length;
    }
  }
  // From the right, so that a line down from a step on the left passes in front of what hangs on later ones.
  for (const { block, column: start } of hanging.reverse()) {
    let row = 1;
    block.extent.forEach((used, index) => {
      const bottom = extent[start + index]?.[1];
      if (used && bottom !== undefined) row = Math.max(row, bottom + 1 - used[0]);
    });
    add(block, start, row);
  }
  return { bubbles, extent };
}

/** Blocks below each other, as close as they fit, centred around row 0. */
function stack(blocks: readonly Block[]): Block {
  const bottoms: number[] = [];
  const rows: number[] = [];
  for (const { extent } of blocks) {
    let row = rows.length === 0 ? 0 : Number.NEGATIVE_INFINITY;
    extent.forEach((used, column) => {
      const bottom = bottoms[column];
      if (used && bottom !== undefined) row = Math.max(row, bottom + 1 - used[0]);
    });
    const previous = rows.at(-1);
    if (previous !== undefined) row = Math.max(row, previous + 1);
    rows.push(row);
    extent.forEach((used, column) => {
      if (used) bottoms[column] = Math.max(bottoms[column] ?? Number.NEGATIVE_INFINITY, used[1] + row);
    });
  }
  // Half rows are the grid: finer ones would add up with every router in a route.
  const middle = Math.round((rows[0] ?? 0) + (rows.at(-1) ?? 0)) / 2;
  const stacked: { bubbles: Block["bubbles"][number][]; extent: ([number, number] | undefined)[] } = {
    bubbles: [],
    extent: [],
  };
  blocks.forEach((block, index) => {
    const row = (rows[index] ?? 0) - middle;
    for (const bubble of block.bubbles) stacked.bubbles.push({ ...bubble, row: bubble.row + row });
    block.extent.forEach((used, column) => {
      if (!used) return;
      const before = stacked.extent[column];
      const [top, bottom] = [used[0] + row, used[1] + row];
      stacked.extent[column] = before ? [Math.min(before[0], top), Math.max(before[1], bottom)] : [top, bottom];
    });
  });
  return stacked;
}
