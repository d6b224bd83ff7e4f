// Everything that must hold before a change lands, fastest first. All steps run; the sum is at the end.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const node = (...args) => [process.execPath, ...args];
const bin = (name, ...args) => node(`node_modules/${name}`, ...args);

const steps = {
  "format and lint": bin("@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."),
  "generated files": node("scripts/generate.mjs", "--check"),
  "generated documents": node("scripts/generate-function-docs.mjs", "--check"),
  types: bin("typescript/bin/tsc", "--noEmit"),
  build: node("scripts/build.mjs"),
  "layers and documents": bin("vitest/vitest.mjs", "run", "test/architecture.test.ts", "test/docs", "test/types"),
  "printed blueprints": node("dist/cli.js", "compile", "--check"),
  "dead code": bin("knip/bin/knip.js"),
  package: node("scripts/check-package.mjs"),
};

const failed = [];
for (const [name, [program, ...args]] of Object.entries(steps)) {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const { status } = spawnSync(program, args, { cwd: root, stdio: "inherit" });
  console.log(`${status === 0 ? "ok" : "FAILED"} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (status !== 0) failed.push(name);
}
console.log(failed.length === 0 ? "\nAll checks hold." : `\nFailed: ${failed.join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
