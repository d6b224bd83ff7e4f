// A new project: everything is made and tried out in a temporary folder first, so that what is written passes its own gate.

import { lstatSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { findUpward } from "../find-upward.ts";
import { systemProblem } from "../system-problem.ts";
import type { FileToWrite } from "../write-files.ts";
import { exportFiles } from "./export-files.ts";
import { type PackageGaps, packageGaps } from "./package-gaps.ts";
import { pipelineFile, settingsFiles } from "./project-files.ts";
import { referenceFiles } from "./reference-files.ts";
import type { CiService, ReferenceName } from "./references.ts";
import { tryOut } from "./try-out.ts";

export interface ProjectWish {
  /** Absolute; it need not be there. */
  readonly folder: string;
  /** What the project begins with: a scenario of this package, or the path of an export. */
  readonly source: { readonly reference: ReferenceName } | { readonly export: string };
  /** The environment's name. */
  readonly env: string;
  readonly ci: CiService;
  /** `2027-01-31`. */
  readonly today: string;
}

export interface PlannedFile extends FileToWrite {
  /** What is there already is never written over. */
  readonly state: "new" | "unchanged" | "left";
}

export interface ProjectPlan {
  readonly files: readonly PlannedFile[];
  /** What a `package.json` that is left as it is lacks. */
  readonly gaps: PackageGaps | undefined;
  /** Whether a `.gitignore` that is left as it is lets the installed packages be committed. */
  readonly commitsPackages: boolean;
  /** How many findings of an export were there before. */
  readonly recorded: number;
  /** The top of the repository, when the project is a folder in it: no service looks for its file there. */
  readonly repository: string | undefined;
}

/** Makes the files of a project, and writes none. Throws a `ProblemError` when they do not work with what is there. */
export async function planProject(wish: ProjectWish): Promise<ProjectPlan> {
  const { folder, source, env } = wish;
  const repository = repositoryAround(folder);
  const stage = realpathSync(mkdtempSync(join(tmpdir(), "cyanotype-init-")));
  try {
    const pipeline = repository === undefined ? pipelineFile(wish.ci) : undefined;
    const begun =
      "reference" in source ? referenceFiles(source.reference, env) : await exportFiles(source.export, env, stage);
    const files = [...settingsFiles(folder), ...begun, ...(pipeline ? [pipeline] : [])].map((file) => here(file, wish));
    const isOurs = begun.every((file) => here(file, wish).state !== "left" || !IS_SOURCE.test(file.path));
    const tried = isOurs ? await tryOut(begun, stage, wish) : { files: [], recorded: 0 };
    const packageText = textOfLeft("package.json", files);
    const ignored = textOfLeft(".gitignore", files);
    return {
      files: [...files, ...tried.files.map((file) => here(file, wish))],
      gaps: packageText === undefined ? undefined : packageGaps(packageText),
      commitsPackages: ignored !== undefined && !ignored.includes("node_modules"),
      recorded: tried.recorded,
      repository: wish.ci === "none" ? undefined : repository,
    };
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** What a scenario is printed from; environments aside, which it is tried with as they are. */
const IS_SOURCE = /(?<!\.test)\.ts$|\.editor\.json$/u;

/** A file of the project at its place. */
function here({ path: name, text }: FileToWrite, { folder }: ProjectWish): PlannedFile {
  const path = join(folder, name);
  // A link that leads to nothing is somebody's, too.
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return { path, text, state: "new" };
  return { path, text, state: textAt(path) === text ? "unchanged" : "left" };
}

function textOfLeft(name: string, files: readonly PlannedFile[]): string | undefined {
  const left = files.find(({ path, state }) => basename(path) === name && state === "left");
  return left && (textAt(left.path) ?? "");
}

/** What is no text, or cannot be read, is left as it is all the same. */
function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (systemProblem(error)) return undefined;
    throw error;
  }
}

/** The top of the repository that a folder is in, when it is not the top itself. */
function repositoryAround(folder: string): string | undefined {
  const git = findUpward(dirname(folder), [".git"]);
  const isTop = lstatSync(join(folder, ".git"), { throwIfNoEntry: false }) !== undefined;
  return git === undefined || isTop ? undefined : dirname(git);
}
