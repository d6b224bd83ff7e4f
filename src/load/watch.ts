// Tells when something changes that a check depends on.

import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type FSWatcher, watch } from "chokidar";
import { findFiles, isScenarioFile, SCENARIO_ENDING } from "./find-files.ts";
import { findUpward } from "./find-upward.ts";
import { isInside } from "./is-inside.ts";
import { BASELINE_NAME } from "./lint/baseline.ts";
import { CONFIGURATION_NAMES } from "./lint/lint-settings.ts";
import { withLocalImports } from "./scenarios/local-imports.ts";

export interface WatchOptions {
  readonly cwd: string;
  /** The configuration and the baseline, where they were named. */
  readonly named: readonly string[];
  /** Files that the check itself writes, and folders with them. */
  readonly written: readonly string[];
}

export interface Watch {
  /** Looks for what else matters by now: files that a scenario has begun to import. */
  readonly refresh: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** An editor that saves writes, renames and removes: what comes within this time is one change. In milliseconds. */
const TOGETHER = 100;

/** Watches what a person typed, and what its check depends on. Tells the files that changed together. */
export async function watchFiles(
  patterns: readonly string[],
  { cwd, named, written }: WatchOptions,
  onChange: (files: readonly string[]) => void,
): Promise<Watch> {
  let isClosed = false;
  const pending = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  // Blueprints, scenarios and what they import, environments, configurations.
  const explicit = new Set([...patterns, ...named].map((path) => resolve(cwd, path)));
  const isWritten = (path: string): boolean => written.some((own) => isInside(path, own));
  const matters = (path: string): boolean =>
    explicit.has(path) || (/\.(?:json|ya?ml|[cm]?[jt]s)$/u.test(path) && !isWritten(path));
  const watcher: FSWatcher = watch([], {
    ignoreInitial: true,
    ignored: (path, stats) => isElsewhere(path) || (stats?.isFile() === true && !matters(path)),
  });
  const note = (path: string): void => {
    if (isClosed || !matters(path)) return;
    pending.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const files = [...pending].sort();
      pending.clear();
      onChange(files);
    }, TOGETHER);
  };
  watcher.on("all", (event, path) => {
    note(path);
    // A file that is written while its new folder begins to be watched is never told, now or later. It is one change with
    // those that are.
    if (event === "addDir") setTimeout(() => look(filesIn(path).filter(matters)), TOGETHER / 2);
  });
  // What cannot be watched is told by the check that reads it.
  watcher.on("error", () => {});

  const above = [findUpward(cwd, CONFIGURATION_NAMES), findUpward(cwd, [BASELINE_NAME])];
  const here = [...CONFIGURATION_NAMES, BASELINE_NAME].map((name) => join(cwd, name));
  const roots = [
    ...patterns.map((pattern) => rootOf(pattern, cwd)),
    ...here,
    ...above.filter((path) => path !== undefined),
  ];
  watcher.add([...roots, ...named.map((path) => resolve(cwd, path))]);

  // To a watcher that is closed, something more to watch is a new beginning.
  const add = (paths: string[]): void => {
    if (!isClosed) watcher.add(paths);
  };
  const look = (files: readonly string[]): void => {
    add([...files]);
    files.forEach(note);
  };
  const refresh = async (): Promise<void> => {
    // A folder that vanished is not watched any more: it may come back.
    add(roots);
    const scenarios = await scenariosBehind(patterns, cwd);
    add(scenarios.flatMap((file) => [...withLocalImports(file), ...besides(file)]));
    add(await namedInConfiguration([...named.map((path) => resolve(cwd, path)), ...above, ...here]));
  };
  const isReady = new Promise<void>((done) => watcher.once("ready", () => done()));
  await refresh();
  await isReady;
  return {
    refresh,
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

const isElsewhere = (path: string): boolean => /[\\/](?:node_modules|\.git)(?:[\\/]|$)/u.test(path);

/** The files in a folder that are watched, however deep; none of one that is gone. */
function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (isElsewhere(path)) return [];
      return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : [];
    });
  } catch {
    return [];
  }
}

/** The file or the folder itself; of a pattern, the folder in which all that fits must be. */
function rootOf(pattern: string, cwd: string): string {
  const path = resolve(cwd, pattern);
  if (existsSync(path) || !/[*?[\]{}]/u.test(pattern)) return path;
  const steps = pattern.split("/");
  const folder = resolve(
    cwd,
    steps
      .slice(
        0,
        steps.findIndex((step) => /[*?[\]{}]/u.test(step)),
      )
      .join("/") || ".",
  );
  return existsSync(folder) && statSync(folder).isDirectory() ? folder : dirname(folder);
}

/** What stands beside a scenario and is printed into it. */
const besides = (file: string): readonly string[] => [
  join(dirname(file), "environments"),
  join(dirname(file), `${basename(file, SCENARIO_ENDING)}.editor.json`),
];

/** Rules of one's own with what they import, and learnt modules. */
async function namedInConfiguration(candidates: readonly (string | undefined)[]): Promise<string[]> {
  const path = candidates.find((file) => file !== undefined && /\.(?:ya?ml|ts)$/u.test(file) && existsSync(file));
  if (path === undefined) return [];
  const { openConfigurationFile } = await import("./lint/configuration.ts");
  const imported = path.endsWith(".ts") ? withLocalImports(path) : [];
  try {
    const { plugins, knownModules } = await openConfigurationFile(path);
    return [
      ...imported,
      ...knownModules.map((known) => known.path),
      ...plugins.flatMap((plugin) => [...withLocalImports(plugin.path)]),
    ];
  } catch {
    // What is wrong with it is told by the check.
    return [...imported];
  }
}

async function scenariosBehind(patterns: readonly string[], cwd: string): Promise<readonly string[]> {
  try {
    const found = await findFiles(patterns, { cwd, inFolders: [`**/*${SCENARIO_ENDING}`], wanted: () => true });
    return found.filter(isScenarioFile);
  } catch {
    // Nothing yet: it may appear.
    return [];
  }
}
