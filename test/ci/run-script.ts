import { spawn } from "node:child_process";
import { resolve } from "node:path";

export interface RunnerOptions {
  readonly cwd?: string;
  readonly env: Readonly<Record<string, string>>;
  /** What answers for GitHub. */
  readonly github: { readonly url: string };
}

/** Runs a script of the action as the runner does; what it says comes back. */
export async function runScript(
  name: string,
  { cwd = ".", env, github }: RunnerOptions,
): Promise<{ readonly code: unknown; readonly said: string }> {
  const child = spawn(process.execPath, [resolve("scripts/action", name)], {
    cwd,
    env: {
      PATH: process.env.PATH,
      GITHUB_API_URL: github.url,
      GITHUB_REPOSITORY: "acme/flows",
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_RUN_ID: "7",
      ...env,
    },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text: Buffer) => {
      said += String(text);
    });
  }
  return { code: await new Promise((done) => child.once("close", done)), said };
}
