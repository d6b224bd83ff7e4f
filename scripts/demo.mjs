// What Cyanotype does, on the reference scenarios and on a blueprint with mistakes. Prints each command before it runs.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const command = join(root, "dist/cli.js");
if (!existsSync(command)) {
  console.error("There is no dist/cli.js yet. Run `npm ci` or `npm run build` first.");
  process.exit(1);
}

const steps = [
  ["The three reference scenarios, written in TypeScript, are printed as blueprints", ["compile"], 0],
  ["One of them, as an outline", ["render", "scenarios/zendesk-escalation.scenario.ts", "--env", "certain"], 0],
  ["They lint clean under the strictest preset", ["lint", "scenarios", "--preset", "strict"], 0],
  ["What is committed is what the scenarios print", ["compile", "--check"], 0],
  [
    "A blueprint that somebody else made, with mistakes that Make would find at run time, or never",
    ["lint", "docs/examples/broken.blueprint.json"],
    1,
  ],
];

for (const [title, args, expected] of steps) {
  console.log(`\n── ${title}\n$ cyanotype ${args.join(" ")}\n`);
  const { status } = spawnSync(process.execPath, [command, ...args], { cwd: root, stdio: "inherit" });
  if (status !== expected) {
    console.error(`\nExpected exit code ${expected}, got ${status}.`);
    process.exit(1);
  }
}
console.log("\n── The demo is over: every command did what it should.");
