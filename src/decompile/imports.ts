import { group, hardLine, ifBroken, indent, join, line } from "../util/document.ts";
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
  /** A name of the package itself. Gives the name. */
  use(name: (typeof API)[number] | string): string;
  /** A namespace of modules. Gives the name. */
  useFrom(from: string, name: string): string;
  /** The statements. */
  readonly code: () => readonly Code[];
}

export function createImports(): Imports {
  const names = new Map<string, Map<string, "named" | "namespace">>();
  const add = (from: string, name: string, kind: "named" | "namespace"): string => {
    const imported = names.get(from) ?? new Map();
    names.set(from, imported.set(name, kind));
    return name;
  };
  return {
    use: (name) => add("cyanotype", name, "named"),
    useFrom: (from, name) => add(from, name, from.startsWith(".") ? "namespace" : "named"),
    code: () =>
      [...names]
        .sort(([a], [b]) => order(a, b))
        .flatMap(([from, imported]) => {
          const listed = [...imported.keys()].sort((a, b) => order(a.toLowerCase(), b.toLowerCase()));
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
