// Which files the command is cut into.

import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What commands load, the most frequent ones first; scenarios are handed the library. */
const STARTS = {
  cli: ["src/cli/bin.ts"],
  command: ["src/cli/main.ts"],
  lint: ["src/cli/run/lint.ts"],
  compile: ["src/cli/run/compile.ts", "src/index.ts", "src/schema/blueprint.ts"],
};

/**
 * Puts what a command always loads into one file, and what linting and compiling load besides into few: each file takes
 * a third of a millisecond at the start. What comes with the entry stays there, and what nobody loads at once is left
 * as it is.
 */
export function chunkOf() {
  let reached;
  return (id, modules) => {
    reached ??= Object.entries(STARTS).map(([name, starts]) => [name, reachable(starts, modules)]);
    const [first, ...others] = reached.filter(([, found]) => found.has(id)).map(([name]) => name);
    if (first === undefined || first === "cli") return null;
    return first === "command" ? first : [first, ...others].join("-");
  };
}

/** Modules, and all that they import at once. */
function reachable(starts, modules) {
  const found = new Set(starts.map((start) => join(root, start)));
  for (const id of found) for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}
