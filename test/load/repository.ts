import { execFileSync } from "node:child_process";
import { type Project, project } from "./project.ts";

/** Nobody's own settings. */
const GIT = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_SYSTEM: "/dev/null",
  GIT_AUTHOR_NAME: "a",
  GIT_AUTHOR_EMAIL: "a@example.com",
  GIT_COMMITTER_NAME: "a",
  GIT_COMMITTER_EMAIL: "a@example.com",
};

/** Runs Git in a project. */
export function git({ folder }: Project, ...args: readonly string[]): void {
  execFileSync("git", [...args], { cwd: folder, env: { ...process.env, ...GIT }, stdio: "pipe" });
}

/** Commits everything as it is. */
export function commit(files: Project): void {
  git(files, "add", "-A");
  git(files, "commit", "-q", "--allow-empty", "-m", "x");
}

/** A repository with one commit on `main`. */
export function repository(files: Readonly<Record<string, string>>): Project {
  const made = project(files);
  git(made, "init", "-q", "-b", "main");
  commit(made);
  return made;
}
