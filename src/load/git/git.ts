// Git is asked in the words of its own command.

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { ProblemError } from "../../diagnostics/diagnostic.ts";
import { quote } from "../../util/quote.ts";

const execute = promisify(execFile);

interface Words {
  readonly message: string;
  readonly help: string;
}

/** The folder of the repository. `purpose` says what Git is needed for. */
export async function topFolder(cwd: string, purpose: string): Promise<string> {
  const top = await runGit(cwd, ["rev-parse", "--show-toplevel"], {
    explain: (said) =>
      /not a git repository/iu.test(said)
        ? { message: "This is no Git repository", help: purpose }
        : { message: "Git does not say what has changed", help: said },
  });
  return top.replace(/\n$/u, "");
}

/** The commit that a branch, a tag or anything else stands for. */
export async function commitOf(cwd: string, ref: string): Promise<string> {
  const commit = await runGit(cwd, ["rev-parse", "--verify", "--end-of-options", `${ref}^{commit}`], {
    explain: () => ({
      message: `Git knows no ${quote(ref)}`,
      help: "Name a branch, a tag or a commit; in CI it may have to be fetched first",
    }),
  });
  return commit.trim();
}

/** Where a commit and another one, or what is checked out, last had the same history. `ref` is what a person called it. */
export async function mergeBase(cwd: string, commit: string, ref: string, other = "HEAD"): Promise<string> {
  const base = await runGit(cwd, ["merge-base", commit, other], {
    explain: () => ({
      message: `This branch and ${quote(ref)} have no common history`,
      help: "In CI, fetch the whole history (`fetch-depth: 0`)",
    }),
  });
  return base.trim();
}

interface GitOptions {
  /** What to tell when Git refuses, from the last line that it says. */
  readonly explain?: (said: string) => Words;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** Paths are those in the repository, whatever a person has set. */
const OUR_SETTINGS = ["-c", "diff.relative=false"];

/** Runs Git. What it refuses is told in words. */
export async function runGit(
  cwd: string,
  args: readonly string[],
  { explain = refused, env = {}, input }: GitOptions = {},
): Promise<string> {
  try {
    const running = execute("git", [...OUR_SETTINGS, ...args], {
      cwd,
      maxBuffer: 1024 ** 3,
      env: { ...process.env, LC_ALL: "C", GIT_LITERAL_PATHSPECS: "0", ...env },
    });
    if (input !== undefined) running.child.stdin?.end(input);
    return (await running).stdout;
  } catch (error) {
    const { code, stderr = "" } = error as { readonly code?: unknown; readonly stderr?: string };
    if (code === "ENOENT") {
      throw new ProblemError([{ message: "Git is not installed", help: "It is asked for what has changed" }]);
    }
    throw new ProblemError([explain(stderr.trim().split("\n").at(-1) ?? "")]);
  }
}

const refused = (said: string): Words => ({ message: "Git does not say what has changed", help: said });
