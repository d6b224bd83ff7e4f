// Does what a page of the guide says, in a folder of its own, and gives back the page with what the commands printed.
//
// A fence with a path writes a file (```ts scenarios/a.scenario.ts), one of `diff` with a path changes it, and each line
// of a `console` fence that begins with `$ ` is run by a shell. `sh` fences are not run: they need a network.

import { spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const FENCE = /^```(\w+)([^\n]*)\n([\s\S]*?)^```$/gmu;

/** Runs a page. */
export function runPage(page: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "cyanotype-guide-")));
  try {
    const env = installIn(folder);
    return page.replace(FENCE, (fence: string, language: string, path: string, text: string) => {
      if (language === "console") return `\`\`\`console\n${runCommands(text, folder, env)}\`\`\``;
      if (path.trim() !== "") write(join(folder, path.trim()), language, text);
      return fence;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The commands that are only shown. */
export const shownCommands = (page: string): readonly string[] =>
  [...page.matchAll(FENCE)].flatMap(([, language, , text = ""]) => (language === "sh" ? text.trim().split("\n") : []));

function write(path: string, language: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, language === "diff" ? changed(readFileSync(path, "utf8"), text) : text);
}

/** A file after a change; what is shown of it must be there once. */
function changed(before: string, diff: string): string {
  const lines = diff.split("\n").filter((line) => line !== "");
  const side = (mark: string): string =>
    lines
      .filter((line) => line[0] !== mark)
      .map((line) => `${line.slice(1)}\n`)
      .join("");
  const [from, to] = [side("+"), side("-")] as const;
  if (before.split(from).length !== 2) throw new Error(`This is not there once:\n${from}`);
  return before.replace(from, () => to);
}

/** Puts the package where npm would, and gives the environment that its command is found in. */
function installIn(folder: string): NodeJS.ProcessEnv {
  const bin = join(folder, "node_modules/.bin");
  mkdirSync(bin, { recursive: true });
  symlinkSync(root, join(folder, "node_modules/cyanotype"));
  script(join(bin, "cyanotype"), `exec "${process.execPath}" "${join(root, "dist/cli.js")}" "$@"`);
  // The real one looks into the registry first.
  const tools = join(folder, "node_modules/.tools");
  mkdirSync(tools);
  script(join(tools, "npx"), `exec "${bin}/$@"`);
  const { FORCE_COLOR: _, GITHUB_ACTIONS: __, CI: ___, ...inherited } = process.env;
  const author = { NAME: "Ada", EMAIL: "ada@example.com", DATE: "2026-01-31T12:00:00Z" };
  const git = Object.entries(author).flatMap(([key, value]) => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ]);
  const own = { PATH: `${tools}${delimiter}${process.env.PATH}`, NO_COLOR: "1", GIT_CONFIG_GLOBAL: "/dev/null" };
  return { ...inherited, ...Object.fromEntries(git), ...own };
}

function script(path: string, line: string): void {
  writeFileSync(path, `#!/bin/sh\n${line}\n`);
  chmodSync(path, 0o755);
}

function runCommands(text: string, folder: string, env: NodeJS.ProcessEnv): string {
  const commands = text.split("\n").filter((line) => line.startsWith("$ "));
  return commands
    .map((line) => {
      const { stdout } = spawnSync("bash", ["-c", `{ ${line.slice(2)}\n} 2>&1`], {
        cwd: folder,
        encoding: "utf8",
        env,
      });
      return `${line}\n${stdout.replaceAll(folder, "/home/ada/automations")}`.trimEnd();
    })
    .map((shown) => `${shown}\n`)
    .join("\n");
}
