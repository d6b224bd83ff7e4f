// Builds what the package publishes: bundled modules in `dist/`, and type declarations in `dist/types/`.

import { execFileSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const { version, dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

const withTypes = !process.argv.includes("--no-types");
for (const old of ["command", "library", ...(withTypes ? ["types"] : [])]) {
  rmSync(join(root, "dist", old), { recursive: true, force: true });
}
const shared = {
  absWorkingDir: root,
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  // Small libraries are bundled, because a command starts faster when it reads few files; the rest is installed.
  external: Object.keys(dependencies),
  mainFields: ["module", "main"],
  define: { CYANOTYPE_VERSION: JSON.stringify(version) },
  metafile: true,
  logLevel: "warning",
};
// The command and the library share no files: each is cut for what it loads. The command hands its own copy of the
// library to the scenarios that it runs.
const builds = await Promise.all([
  build({
    ...shared,
    entryPoints: { index: "src/index.ts", apps: "src/apps.ts", iml: "src/iml.ts", lint: "src/lint.ts" },
    chunkNames: "library/[name]-[hash]",
  }),
  build({
    ...shared,
    entryPoints: { cli: "src/cli/bin.ts" },
    chunkNames: "command/[name]-[hash]",
    minifyWhitespace: true,
    // Bundled CommonJS asks for Node's own modules by `require`.
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
  }),
]);
writeNotices(builds.map(({ metafile }) => metafile));
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
function writeNotices(metafiles) {
  const bundled = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(bundled.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
  const notices = [...folders].sort().map((folder) => {
    const { name, version: its, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(join(root, folder, file), "utf8").trim() : `Licensed under ${license}.`;
    return `${name} ${its}\n\n${text}`;
  });
  const line = `\n\n${"-".repeat(80)}\n\n`;
  writeFileSync(
    join(root, "dist/THIRD-PARTY-NOTICES.txt"),
    `Cyanotype's bundled code contains:${line}${notices.join(line)}\n`,
  );
}
