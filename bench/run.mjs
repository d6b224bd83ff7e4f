// How long things take, as wall time of whole commands and as a ratio to `node -e 0` on the same machine in the same run.
// Figures are printed and never judged: a machine under load is no reason for a red build.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import "./environment.mjs";
import { exported } from "./exported.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = join(root, "dist/cli.js");
const corpus = join(root, "../shared/corpus/dev");
const folder = mkdtempSync(join(tmpdir(), "cyanotype-bench-"));

/** The median of several runs, in milliseconds. `before` prepares each run and is not timed; `ends` is the exit code. */
function wall(args, { runs = 7, before, ends = 0, cwd = folder } = {}) {
  const times = [];
  for (let run = 0; run < runs; run++) {
    before?.();
    const started = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd,
      encoding: "utf8",
    });
    times.push(performance.now() - started);
    if (status !== ends) throw new Error(`${args.join(" ")} ended with ${status}\n${stderr}`);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)];
}

const scenario = (name, steps) => `import { connection, onError, scenario, webhook } from "cyanotype";
import { slack, webhooks } from "cyanotype/apps";
export const s = scenario(${JSON.stringify(name)}, { storeIncompleteExecutions: true }, (flow) => {
  const start = flow.trigger("Start", webhooks.customWebhook<{ text: string }>({ webhook: webhook("hook") }));
  for (let i = 0; i < ${steps}; i++) {
    flow.step(\`Step \${i}\`, slack.createMessage({ connection: connection("slack"), channel: "#x", text: start.text }), { onError: onError.ignore() });
  }
});
`;

function project(name, files) {
  const at = join(folder, name);
  mkdirSync(join(at, "environments"), { recursive: true });
  writeFileSync(join(at, "environments/production.yaml"), "connections: { slack: 1 }\nwebhooks: { hook: { id: 2 } }\n");
  for (const [file, text] of Object.entries(files)) writeFileSync(join(at, file), text);
  return at;
}

/** A repository with 50 scenarios, all printed, and a branch on which ten of them are different. */
function branchedProject() {
  const files = (changed) =>
    Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [
        `s${index}.scenario.ts`,
        scenario(`Scenario ${index}`, index < changed ? 11 : 10),
      ]),
    );
  const at = project("gate/scenarios", files(0)).replace(/\/scenarios$/u, "");
  const run = (name, ...args) => {
    const { status, stderr } = spawnSync(name, args, { cwd: at, encoding: "utf8" });
    if (status !== 0) throw new Error(`${name} ${args.join(" ")} ended with ${status}\n${stderr}`);
  };
  const author = ["-c", "user.name=bench", "-c", "user.email=bench@example.com"];
  run(process.execPath, cli, "compile");
  run("git", "init", "-q", "-b", "main");
  run("git", "add", "-A");
  run("git", ...author, "commit", "-q", "-m", "base");
  run("git", "switch", "-q", "-c", "feature");
  project("gate/scenarios", files(10));
  run(process.execPath, cli, "compile");
  return at;
}

try {
  const one = project("one", { "one.scenario.ts": scenario("One", 10) });
  const hundred = project(
    "hundred",
    Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [`s${index}.scenario.ts`, scenario(`Scenario ${index}`, 10)]),
    ),
  );
  const chain = project("chain", { "chain.scenario.ts": scenario("Chain", 5000) });
  const compile = (at) => [cli, "compile", at, "--out", join(at, "out")];
  const forget = (at) => () => rmSync(join(at, "out"), { recursive: true, force: true });

  for (const count of [200, 5000]) writeFileSync(join(folder, `${count}.json`), JSON.stringify(exported(count)));
  const decompile = (input) => [cli, "decompile", input, "--out", join(folder, "decompiled")];
  const forgetSource = () => rmSync(join(folder, "decompiled"), { recursive: true, force: true });

  // As the editor writes it: 1.4 MB, and the same with another word in half of its messages.
  const large = JSON.stringify(exported(400), null, 4);
  writeFileSync(join(folder, "large.json"), large);
  writeFileSync(join(folder, "changed.json"), large.replaceAll("thank you", "thanks"));
  const diff = (...more) => [cli, "diff", "large.json", "changed.json", ...more];
  const draw = (...more) => [cli, "render", "200.json", ...more];

  const gate = branchedProject();
  const floor = wall(["-e", "0"], { runs: 15 });
  const rows = [
    ["node -e 0", floor, ""],
    ["cyanotype --version", wall([cli, "--version"], { runs: 15 }), "≤ 90"],
    ["compile one scenario", wall(compile(one), { before: forget(one) }), "≤ 250"],
    ["compile 100 scenarios", wall(compile(hundred), { runs: 3, before: forget(hundred) }), "≤ 1500"],
    ["compile a chain of 5,000 steps", wall(compile(chain), { runs: 3, before: forget(chain) }), "no overflow"],
    [
      "lint one small blueprint",
      wall([cli, "lint", join(one, "out/production/one.blueprint.json")], { runs: 15 }),
      "≤ 130",
    ],
    ["lint 100 blueprints", wall([cli, "lint", join(hundred, "out")], { runs: 3 }), ""],
    ["lint the chain of 5,000 steps", wall([cli, "lint", join(chain, "out")], { runs: 3 }), ""],
    ["check 50 scenarios", wall([cli, "check"], { runs: 5, cwd: gate }), "≤ 3000"],
    [
      "check 50 scenarios, ten of them changed",
      wall([cli, "check", "--base", "main", "--format", "markdown"], { runs: 5, cwd: gate }),
      "≤ 3000",
    ],
    ["decompile 200 modules, with proof", wall(decompile("200.json"), { before: forgetSource }), "≤ 1000"],
    [
      "decompile 5,000 modules, with proof",
      wall(decompile("5000.json"), { runs: 3, before: forgetSource }),
      "no overflow",
    ],
    ["draw 200 modules (SVG)", wall(draw("--format", "svg", "-o", "200.svg")), "≤ 300"],
    ["a page of 200 modules (HTML)", wall(draw("--format", "html", "-o", "200.html")), ""],
    ["draw 200 modules (PNG)", wall(draw("--format", "png", "-o", "200.png")), ""],
    ["diff of two blueprints of 1.4 MB", wall(diff(), { ends: 1 }), "≤ 500"],
    ["draw that diff (SVG)", wall(diff("--format", "svg", "-o", "diff.svg"), { ends: 1 }), ""],
    // Among them are some that break rules of the format, which is told with the exit code 2.
    ...(existsSync(corpus)
      ? [
          [
            "decompile --verify the corpus",
            wall([cli, "decompile", "--verify", corpus], { runs: 3, ends: 2 }),
            "≤ 20000",
          ],
        ]
      : []),
  ];
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}\n`);
  for (const [name, ms, bar] of rows) {
    console.log(`${name.padEnd(42)} ${ms.toFixed(0).padStart(6)} ms  ${(ms / floor).toFixed(1).padStart(5)} ×  ${bar}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
