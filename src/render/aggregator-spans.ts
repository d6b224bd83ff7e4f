import type { Module, Scenario } from "../model/scenario.ts";
import { feederOf } from "../model/visibility.ts";
import type { Box, Layout, Measures, Point } from "./geometry.ts";

/** The modules from each aggregator's source to itself, row by row and flow by flow. */
export function spansOf(
  { modules, find }: Scenario,
  cells: ReadonlyMap<Module, Point>,
  measures: Measures,
): Layout["spans"] {
  return modules.flatMap((aggregator) => {
    const feeder = feederOf(aggregator);
    const source = feeder === undefined ? undefined : find(feeder);
    const way = source === undefined ? [] : wayBetween(source, aggregator);
    const rows: Module[][] = [];
    for (const module of way) {
      const row = rows.at(-1);
      const [first] = row ?? [];
      if (row && first?.flow === module.flow && cells.get(first)?.y === cells.get(module)?.y) row.push(module);
      else rows.push([module]);
    }
    return rows.map((row) => ({ aggregator, box: boxAround(row, cells, measures) }));
  });
}

/** From a source forward to an aggregator; nothing where it does not lie on the way. */
function wayBetween(source: Module, aggregator: Module): readonly Module[] {
  const way: Module[] = [];
  let last: Module | undefined = aggregator;
  while (last !== undefined && last.flow !== source.flow) {
    way.push(...last.flow.modules.slice(0, last.position + 1));
    last = last.flow.owner;
  }
  if (last === undefined || last.position < source.position) return [];
  return [...way, ...source.flow.modules.slice(source.position, last.position + 1)];
}

function boxAround(modules: readonly Module[], cells: ReadonlyMap<Module, Point>, { cell }: Measures): Box {
  const parts = modules.map((module) => ({ ...(cells.get(module) ?? { x: 0, y: 0 }), ...cell(module) }));
  const x = Math.min(...parts.map((part) => part.x - part.half)) - 8;
  const y = Math.min(...parts.map((part) => part.y - part.above)) - 6;
  return {
    x,
    y,
    width: Math.max(...parts.map((part) => part.x + part.half)) + 8 - x,
    height: Math.max(...parts.map((part) => part.y + part.below)) + 6 - y,
  };
}
