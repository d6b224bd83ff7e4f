import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

const IMPORT = /\b(?:from|import|require)\s*\(?\s*["'](\.{1,2}\/[^"'\n]+)["']/gu;
const ENDINGS = ["", ".ts", ".js", ".mts", ".mjs", ".json", "/index.ts", "/index.js"];

/** A file, and every file of the project that it imports, directly or not. Packages and path aliases are not followed. */
export function withLocalImports(file: string): ReadonlySet<string> {
  const found = new Set([file]);
  for (const path of found) {
    for (const [, specifier = ""] of textOf(path).matchAll(IMPORT)) {
      const imported = fileOf(resolve(dirname(path), specifier));
      if (imported !== undefined) found.add(imported);
    }
  }
  return found;
}

/** `./a`, `./a.js` and `./a.ts` may all mean `a.ts`. */
function fileOf(path: string): string | undefined {
  const candidates = [...ENDINGS.map((ending) => `${path}${ending}`), path.replace(/\.([mc]?)js$/u, ".$1ts")];
  return candidates.find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
