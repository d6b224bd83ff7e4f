// Builds what the package publishes: bundled modules in `dist/`, and type declarations in `dist/types/`.

import { execFileSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import { chunkOf } from "./chunks.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { version, dependencies, peerDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Commander can start commands that are programs. None of ours is, and what that takes is loaded for 5 ms. */
const withoutPrograms = {
  name: "without programs",
  resolveId: (source, importer) =>
    source === "node:child_process" && importer?.includes("/node_modules/commander/") ? "\0no-programs" : undefined,
  load: (id) => (id === "\0no-programs" ? "module.exports = {};" : undefined),
};

const withTypes = !process.argv.includes("--no-types");
for (const old of ["command", "library", ...(withTypes ? ["types"] : [])]) {
  rmSync(join(root, "dist", old), { recursive: true, force: true });
}
const inputs = {
  cwd: root,
  platform: "node",
  // Small libraries are bundled, because a command starts faster when it reads few files; the rest is installed.
  external: [...Object.keys(dependencies), ...Object.keys(peerDependencies)],
  // Sucrase's own modules are those that its main one is made of.
  resolve: {
    mainFields: ["module", "main"],
    alias: { "sucrase/dist/parser": join(root, "node_modules/sucrase/dist/esm/parser") },
  },
  transform: { target: "node20.19", define: { CYANOTYPE_VERSION: JSON.stringify(version) } },
};
const outputs = { dir: join(root, "dist"), format: "esm", comments: false };
// The command and the library share no files: each is cut for what it loads. The command hands its own copy of the
// library to the scenarios that it runs.
const builds = await Promise.all([
  build({
    ...inputs,
    input: { index: "src/index.ts", apps: "src/apps.ts", iml: "src/iml.ts", lint: "src/lint.ts" },
    output: { ...outputs, chunkFileNames: "library/part-[hash].js" },
  }),
  build({
    ...inputs,
    plugins: [withoutPrograms],
    input: { cli: "src/cli/bin.ts" },
    preserveEntrySignatures: false,
    output: {
      ...outputs,
      chunkFileNames: "command/[name]-[hash].js",
      minify: { compress: false, mangle: false, codegen: true },
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [{ name: chunkOf(), debugName: "loaded together" }],
      },
    },
  }),
]);
writeNotices(builds.flatMap(({ output }) => output.flatMap(({ moduleIds }) => moduleIds ?? [])));
const command = join(root, "dist/cli.js");
writeFileSync(command, `#!/usr/bin/env node\n${readFileSync(command, "utf8")}`);
chmodSync(command, 0o755);
// Types are only needed by those who publish or install the package: a quick build leaves them as they are.
if (withTypes) {
  execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.build.json"], {
    cwd: root,
    stdio: "inherit",
  });
}

/** What is bundled is published with its licences. */
function writeNotices(bundled) {
  const folders = new Set(bundled.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
  const notices = [...folders].sort().map((folder) => {
    const { name, version: its, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(join(folder, file), "utf8").trim() : `Licensed under ${license}.`;
    return `${name} ${its}\n\n${text}`;
  });
  const line = `\n\n${"-".repeat(80)}\n\n`;
  writeFileSync(
    join(root, "dist/THIRD-PARTY-NOTICES.txt"),
    `Cyanotype's bundled code contains:${line}${notices.join(line)}\n`,
  );
}
