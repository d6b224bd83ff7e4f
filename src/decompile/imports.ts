import { group, hardLine, ifBroken, indent, join, line, verbatim } from "../util/document.ts";
import type { Code } from "./code.ts";

/** What the source may import from the package itself: names that nothing else may have. */
export const API = [
  "all",
  "always",
  "any",
  "array",
  "boolean",
  "branch",
  "coerce",
  "connection",
  "dataStoreId",
  "dataStructure",
  "date",
  "env",
  "executionId",
  "exists",
  "fallback",
  "field",
  "fn",
  "fragment",
  "iml",
  "key",
  "keywords",
  "notExists",
  "now",
  "number",
  "onError",
  "op",
  "organizationVariable",
  "pi",
  "random",
  "raw",
  "route",
  "scenario",
  "scenarioId",
  "teamVariable",
  "text",
  "thisScenario",
  "time",
  "timestamp",
  "tool",
  "uuid",
  "version",
  "webhook",
] as const;

/** Collects what a file imports. */
export interface Imports {
  /** A name of the package itself. */
  use(name: string): Code;
  /** Makes sure that a name of the package is imported. */
  need(name: string): void;
  /** A namespace of modules. */
  useFrom(from: string, name: string): Code;
  /** The statements, for those that came into the file. */
  code(used: ReadonlySet<Code>): readonly Code[];
}

export function createImports(): Imports {
  const names = new Map<string, Map<string, Code>>();
  const needed = new Set<Code>();
  const add = (from: string, name: string): Code => {
    const imported = names.get(from) ?? new Map<string, Code>();
    const piece = imported.get(name) ?? verbatim(name);
    names.set(from, imported.set(name, piece));
    return piece;
  };
  return {
    use: (name) => add("cyanotype", name),
    need: (name) => needed.add(add("cyanotype", name)),
    useFrom: add,
    code: (used) =>
      [...names]
        .sort(([a], [b]) => Number(a.startsWith(".")) - Number(b.startsWith(".")) || order(a, b))
        .flatMap(([from, imported]) => {
          const present = [...imported].flatMap(([name, piece]) =>
            used.has(piece) || needed.has(piece) ? [name] : [],
          );
          if (present.length === 0) return [];
          const listed = present.sort((a, b) => order(a.toLowerCase(), b.toLowerCase()));
          if (from.startsWith(".")) return listed.map((name) => [`import * as ${name} from "${from}";`, hardLine]);
          return [
            [
              group(["import {", indent([line, join(listed, [",", line])]), ifBroken(","), line, "}"]),
              ` from "${from}";`,
              hardLine,
            ],
          ];
        }),
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
