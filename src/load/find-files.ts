import { closeSync, openSync, readlinkSync, readSync, realpathSync, statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { type Problem, ProblemError } from "../diagnostics/diagnostic.ts";

export const SCENARIO_ENDING = ".scenario.ts";
export const isScenarioFile = (path: string): boolean => path.endsWith(SCENARIO_ENDING);

/** Hidden folders are left out, too, unless a pattern names them. */
const IGNORED = ["**/node_modules/**"];

/**
 * The files behind what a person typed: files as they are, folders with the files in them that `wanted` accepts, globs
 * with what they match. Paths come back absolute, sorted, each once. Throws when something matches nothing: a check
 * that checked nothing must not look like a success.
 */
export async function findFiles(
  patterns: readonly string[],
  {
    cwd,
    inFolders,
    wanted,
  }: {
    readonly cwd: string;
    readonly inFolders: readonly string[];
    readonly wanted: (path: string) => boolean;
  },
): Promise<readonly string[]> {
  const files = new Set<string>();
  const found = new Set<string>();
  const problems: Problem[] = [];
  for (const pattern of patterns) {
    if (pattern === "") {
      problems.push({ message: "The name of a file is empty", help: "Look for a variable that has no value" });
      continue;
    }
    const path = resolve(cwd, pattern);
    const kind = kindOf(path);
    if (kind === "device") {
      problems.push({ path: pattern, message: A_DEVICE });
      continue;
    }
    if (kind === "file") {
      files.add(path);
      continue;
    }
    if (kind === undefined && !/[*?[\]{}]/u.test(pattern)) {
      const target = ifPossible(() => readlinkSync(path));
      problems.push(
        target === undefined
          ? { path: pattern, message: "There is no such file or folder", help: `Looked in ${cwd}` }
          : { path: pattern, message: "This link leads to nothing", help: `It leads to ${target}` },
      );
      continue;
    }
    const { glob } = await import("tinyglobby");
    const matches = await glob(kind === "folder" ? inFolders : [pattern.split(sep).join("/")], {
      cwd: kind === "folder" ? path : cwd,
      absolute: true,
      ignore: IGNORED,
      expandDirectories: false,
    });
    const fitting: string[] = [];
    for (const file of matches) {
      if (leadsToDevice(file)) problems.push({ path: file, message: A_DEVICE });
      else if (kind !== "folder" || wanted(file)) fitting.push(file);
    }
    if (fitting.length === 0) {
      problems.push({
        path: pattern,
        message: kind === "folder" ? "The folder holds nothing to check" : "No file matches",
        help:
          kind === "folder"
            ? `Expected ${inFolders.map((ending) => ending.replace("**/", "")).join(" or ")}`
            : `Patterns are looked up from ${cwd}`,
      });
    }
    for (const file of fitting) found.add(resolve(file));
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return [...files, ...behindOneName(found, files)].sort();
}

// Nothing else is to be done while the system answers, and asked at once it answers ten times as fast.
function ifPossible<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

function kindOf(path: string): "folder" | "file" | "device" | undefined {
  const found = ifPossible(() => statSync(path));
  if (found?.isDirectory()) return "folder";
  return found && (found.isFile() || found.isFIFO() ? "file" : "device");
}

const A_DEVICE = "This is a device, not a file";

/** A link in a folder may lead to what never ends, or never begins. */
function leadsToDevice(path: string): boolean {
  const found = ifPossible(() => statSync(path));
  // What cannot be looked at is told when it is read.
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

/** Of files that links make appear more than once, one each; none that was named itself. */
function behindOneName(found: ReadonlySet<string>, named: ReadonlySet<string>): readonly string[] {
  if (found.size === 0) return [];
  const realPath = (file: string): string => ifPossible(() => realpathSync.native(file)) ?? file;
  const taken = new Set([...named].map(realPath));
  const first: string[] = [];
  for (const file of [...found].sort((a, b) => a.length - b.length)) {
    const real = realPath(file);
    if (!taken.has(real)) first.push(file);
    taken.add(real);
  }
  return first;
}

/** Whether a JSON file of a folder looks like a blueprint. Others lie beside them: settings, packages, records. */
export function looksLikeBlueprint(path: string): boolean {
  if (leadsToDevice(path)) return false;
  // One that is called a blueprint is one, also when it was cut off or emptied.
  if (isScenarioFile(path) || path.endsWith(".blueprint.json")) return true;
  // What cannot be read, or is no text in UTF-8, is not passed over: reading it tells.
  let file: number | undefined;
  try {
    file = openSync(path, "r");
    // Most say so at their beginning; the end of a piece goes along, in case the words are cut in two.
    let before = "";
    let namesFlow = false;
    const bytes = Buffer.allocUnsafe(PIECE);
    for (let read = readSync(file, bytes); read > 0; read = readSync(file, bytes)) {
      const text = `${before}${bytes.toString("latin1", 0, read)}`;
      namesFlow ||= NAMES_FLOW.test(text);
      if (HAS_FLOW.test(text) || (namesFlow && HAS_MODULE.test(text)) || text.includes("\0")) return true;
      before = text.slice(-LONGEST_CUT);
    }
    return namesFlow && IS_CUT_OFF.test(before);
  } catch {
    return true;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

const HAS_FLOW = /"(?:flow|subflows)"\s*:\s*\[/u;
// A schema names a flow, too; one that is no list, in a file with modules, is a mistake to be told.
const NAMES_FLOW = /"(?:flow|subflows)"\s*:/u;
const IS_CUT_OFF = /:\s*$/u;
const HAS_MODULE = /"module"\s*:\s*"/u;
const PIECE = 64 * 1024;
const LONGEST_CUT = 32;

/**
 * A path as people read it: relative where that is shorter. One at the beginning of a line cannot be taken for a command of a
 * GitHub workflow.
 */
export function shownPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  const shown = (short === "" || short.startsWith(`..${sep}..${sep}..`) ? path : short).split(sep).join("/");
  return /^\W*::/u.test(shown) ? `./${shown}` : shown;
}
