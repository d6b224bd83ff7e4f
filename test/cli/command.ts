// Builds the command as it is published, and runs it. The build goes to a folder of its own, so that tests neither use
// nor disturb what stands in `dist/`.

import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll } from "vitest";

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Builds the command once for a file of tests, and gives the path to it. */
export function buildCommand(): string {
  const folder = mkdtempSync(join(tmpdir(), "cyanotype-build-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "scripts"));
  cpSync("scripts/build.mjs", join(folder, "scripts/build.mjs"));
  for (const name of ["src", "package.json", "node_modules"]) symlinkSync(resolve(name), join(folder, name));
  execFileSync(process.execPath, [join(folder, "scripts/build.mjs"), "--no-types"], { stdio: "pipe" });
  return join(folder, "dist/cli.js");
}

/** Runs the command in a folder; colours are off unless a test asks for them. */
export function run(command: string, cwd: string, args: readonly string[], { input, env = {} }: RunOptions = {}): Ran {
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd,
    encoding: "utf8",
    input: input ?? "",
    env: { ...inherited, ...env },
    maxBuffer: 100 * 1024 * 1024,
  });
  return { code: status, stdout, stderr };
}

/** What a person sees in the terminal, the exit code last. The folder of the test is `<folder>`. */
export const transcript = ({ code, stdout, stderr }: Ran, folder: string): string =>
  `${stdout}${stderr === "" ? "" : `[stderr]\n${stderr}`}[exit code ${code}]`.replaceAll(folder, "<folder>");
