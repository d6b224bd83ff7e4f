import { mkdirSync, symlinkSync } from "node:fs";
import { resolve } from "node:path";
import type { Project } from "../load/project.ts";

/** Puts the packages of a new project into its place: this one as it is built, and those that it was tried with. */
export function installed({ path }: Project): void {
  mkdirSync(path("node_modules"), { recursive: true });
  symlinkSync(resolve("."), path("node_modules/cyanotype"));
  for (const name of ["typescript", "vitest"]) symlinkSync(resolve("node_modules", name), path(`node_modules/${name}`));
}
