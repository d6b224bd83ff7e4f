// How long linting takes, beside general linters of JSON on the same files in the same run: wall time, CPU and peak memory.
// The peers are installed by `npm ci --prefix bench/peers`; without them only our own figures are printed. Nothing is
// judged: a machine under load is no reason for a red build.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import "./environment.mjs";
import { exported } from "./exported.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const peers = join(root, "bench/peers");
const corpus = join(root, "../shared/corpus/dev");
const TIME = "/usr/bin/time";
const folder = mkdtempSync(join(tmpdir(), "cyanotype-bench-"));
const node = process.execPath;

/** Every command checks all of the files that it is given. */
const tools = {
  cyanotype: (files) => [node, join(root, "dist/cli.js"), "lint", "--no-baseline", "--format", "compact", ...files],
  "Biome 2.6.8": (files) => [
    node,
    join(peers, "node_modules/@biomejs/biome/bin/biome"),
    "lint",
    "--config-path",
    join(peers, "peer.biome.json"),
    "--max-diagnostics=none",
    ...files,
  ],
  "ajv 8.20.0, schema": (files) => [
    node,
    join(peers, "ajv.mjs"),
    join(root, "schemas/blueprint.schema.json"),
    ...files,
  ],
  "ESLint 10.15.0 + json": (files) => [
    node,
    join(peers, "node_modules/eslint/bin/eslint.js"),
    "--config",
    join(peers, "eslint.config.js"),
    ...files,
  ],
  "Spectral 6.16.3": (files) => [
    node,
    join(peers, "node_modules/@stoplight/spectral-cli/dist/index.js"),
    "lint",
    "--ruleset",
    join(peers, "spectral.json"),
    "--quiet",
    ...files,
  ],
};
const installed = Object.entries(tools).filter(
  ([name]) => name === "cyanotype" || existsSync(join(peers, "node_modules")),
);

/** One run: wall and CPU in milliseconds, peak memory in MB. */
function run(command, mayEnd) {
  const figure = join(folder, "figure");
  const timed = existsSync(TIME) ? [TIME, "-q", "-o", figure, "-f", "%U %S %M", ...command] : command;
  const started = performance.now();
  const { status, stderr } = spawnSync(timed[0], timed.slice(1), {
    // ESLint passes over what is not below the folder that it is called from.
    cwd: "/",
    maxBuffer: 1 << 30,
    encoding: "utf8",
  });
  const wall = performance.now() - started;
  // Findings are told with exit code 1, what cannot be read (some of the corpus) with 2.
  if (status === null || status > mayEnd)
    throw new Error(`${command.slice(0, 3).join(" ")} ended with ${status}\n${stderr}`);
  const [user, system, peak] = existsSync(TIME) ? readFileSync(figure, "utf8").split(" ").map(Number) : [];
  return { wall, cpu: (user + system) * 1000, peak: (peak * 1024) / 1e6 };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * The medians of several rounds, in each of which every command runs once: a machine is faster and slower by turns, and
 * all are to have their share of it. `times` is how often the first command fits into each, round by round.
 */
function measure(commands, rounds, mayEnd = 1) {
  const figures = Array.from({ length: rounds }, () => commands.map((command) => run(command, mayEnd)));
  return commands.map((_, index) => ({
    ...Object.fromEntries(
      ["wall", "cpu", "peak"].map((key) => [key, median(figures.map((round) => round[index][key]))]),
    ),
    times: median(figures.map((round) => round[index].wall / round[0].wall)),
  }));
}

const ms = (value) => (Number.isFinite(value) ? value.toFixed(0) : "–").padStart(7);

function compare(title, files, { rounds, bar }) {
  const megabytes = files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;
  console.log(
    `\n${title}: ${files.length === 1 ? "" : `${files.length} files, `}${megabytes.toFixed(2)} MB; bar ${bar}`,
  );
  console.log(`${"".padEnd(26)}   wall ms  cpu ms   MB   × cyanotype`);
  const figures = measure(
    installed.map(([, command]) => command(files)),
    rounds,
    2,
  );
  for (const [index, [name]] of installed.entries()) {
    const { wall, cpu, peak, times } = figures[index];
    console.log(`  ${name.padEnd(24)} ${ms(wall)} ${ms(cpu)} ${ms(peak)}  ${times.toFixed(1).padStart(6)}`);
  }
  const own = figures[0].wall;
  const started = performance.now();
  for (const file of files) tryParse(readFileSync(file, "utf8"));
  const floor = performance.now() - started;
  console.log(
    `  ${"read and JSON.parse".padEnd(24)} ${ms(floor)}                  ${(own / floor).toFixed(1)} × is cyanotype`,
  );
}

function tryParse(text) {
  try {
    JSON.parse(text);
  } catch {
    // Some of the corpus are no JSON.
  }
}

try {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}`);
  const [start] = measure([[node, "-e", "0"]], 15);
  console.log(`node -e 0: ${start.wall.toFixed(0)} ms`);
  if (installed.length === 1) console.log("The peers are not installed: npm ci --prefix bench/peers");

  const write = (name, blueprint, indent = 2) => {
    const file = join(folder, `${name}.json`);
    writeFileSync(file, JSON.stringify(blueprint, null, indent));
    return file;
  };
  compare("one small file, 10 modules", [write("small", exported(10))], { rounds: 15, bar: "≤ 130 ms" });
  // As the editor writes it.
  compare("one large file, 400 modules", [write("large", exported(400), 4)], { rounds: 9, bar: "≤ 250 ms" });
  if (existsSync(corpus)) {
    const files = readdirSync(corpus)
      .filter((name) => name.endsWith(".json"))
      .map((name) => join(corpus, name));
    compare("the corpus", files, { rounds: 9, bar: "≤ 900 ms, ≤ 150 MB, 4 × ESLint, 9 × Spectral" });
  } else console.log("\nThe corpus is not there: ../shared/corpus/dev");

  console.log("\ncost of modules in one file");
  const sizes = [1_000, 2_000, 5_000, 10_000, 20_000, 50_000];
  const costs = sizes.map(
    (count) => measure([tools.cyanotype([write(`chain-${count}`, chain(count))])], 3)[0].wall - start.wall,
  );
  for (const [index, count] of sizes.entries()) {
    console.log(
      `  ${String(count).padStart(6)} modules ${ms(costs[index])} ms  ${(costs[index] / count).toFixed(3)} ms each`,
    );
  }
  console.log(`  exponent ${slope(sizes.map(Math.log), costs.map(Math.log)).toFixed(2)} (1 is linear)`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Modules one behind the other, each of which reads the one before it and the trigger. */
function chain(count) {
  const trigger = { id: 1, module: "gateway:CustomWebHook", version: 1, parameters: { hook: 1 }, mapper: {} };
  const step = (id) => ({
    id,
    module: "util:SetVariable2",
    version: 1,
    mapper: { name: `value ${id}`, scope: "roundtrip", value: `{{upper(${id - 1}.value)}} {{1.text}}` },
    metadata: { designer: { x: 300 * id, y: 0 } },
  });
  const flow = [trigger, ...Array.from({ length: count - 1 }, (_, index) => step(index + 2))];
  return { name: "Chain", flow, metadata: { version: 1, scenario: { maxErrors: 3 }, designer: { orphans: [] } } };
}

/** The slope of the line through points, by least squares. */
function slope(xs, ys) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(xs), mean(ys)];
  const covariance = xs.reduce((sum, value, index) => sum + (value - x) * (ys[index] - y), 0);
  return covariance / xs.reduce((sum, value) => sum + (value - x) ** 2, 0);
}
