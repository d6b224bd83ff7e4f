import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Writes generated files, `[path, content]` each. When the script was called with `--check` it writes nothing, names
 * what is stale, and lets the process end with 1. Gives back whether it wrote.
 */
export function writeOrCheck(root, files, command) {
  const check = process.argv.includes("--check");
  const changed = files.filter(([file, content]) => {
    const path = join(root, file);
    return !existsSync(path) || readFileSync(path, "utf8") !== content;
  });
  if (!check) for (const [file, content] of changed) writeFileSync(join(root, file), content);
  else if (changed.length > 0) {
    console.error(`Stale: ${changed.map(([file]) => file).join(", ")}. Run \`${command}\`.`);
    process.exitCode = 1;
  }
  return !check;
}
