// How long the mapping language takes: parsing every text of the corpus in one process, and importing the entry point
// `cyanotype/iml` for the first time. Figures are printed and never judged.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "rolldown";

const root = fileURLToPath(new URL("..", import.meta.url));
const corpus = new URL("../../shared/corpus/", import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "cyanotype-bench-"));

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];

/** Every text with a mapping in the exported blueprints. */
function mappedTexts() {
  const read = (path) => JSON.parse(readFileSync(new URL(path, corpus), "utf8").replace(/^\uFEFF/u, ""));
  const texts = [];
  const collect = (value) => {
    if (typeof value === "string") {
      if (value.includes("{{")) texts.push(value);
    } else if (typeof value === "object" && value !== null) Object.values(value).forEach(collect);
  };
  for (const { file, split } of read("MANIFEST.json").files) if (split === "dev") collect(read(file));
  return texts;
}

function parsing({ parseTemplate }) {
  const texts = mappedTexts();
  const run = () =>
    texts.reduce(
      (sum, text) => sum + parseTemplate(text).template.parts.filter(({ kind }) => kind === "mapping").length,
      0,
    );
  const times = [];
  let mappings = 0;
  for (let round = 0; round < 12; round++) {
    const started = performance.now();
    mappings = run();
    times.push(performance.now() - started);
  }
  return { texts: texts.length, mappings, cold: times[0], warm: median(times.slice(2)) };
}

/** In a process of its own each time, measured inside of it: what the import adds to Node's own start. */
function importing(file) {
  const script = `const t = performance.now(); await import(${JSON.stringify(pathToFileURL(file).href)}); console.log(performance.now() - t);`;
  const times = Array.from({ length: 15 }, () =>
    Number(spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }).stdout),
  );
  return median(times);
}

try {
  await build({
    cwd: root,
    input: "src/iml.ts",
    platform: "node",
    external: /^[^./]/u,
    output: { dir: folder, format: "esm" },
  });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const entry = join(folder, "iml.js");
  const empty = join(folder, "empty.js");
  writeFileSync(empty, "export {};");
  const floor = importing(empty);
  const rows = [
    ["import an empty module", floor, ""],
    ["what importing cyanotype/iml adds to that", importing(entry) - floor, "≤ 15"],
  ];
  if (existsSync(corpus)) {
    const { texts, mappings, cold, warm } = parsing(await import(pathToFileURL(entry).href));
    console.log(`${mappings} mappings in ${texts} texts\n`);
    rows.push(["parse them, first time", cold, ""], ["parse them, warm", warm, "≤ 60"]);
  } else console.log("The corpus is not here: parsing is left out.\n");
  for (const [name, ms, bar] of rows) console.log(`${name.padEnd(42)} ${ms.toFixed(1).padStart(6)} ms  ${bar}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
