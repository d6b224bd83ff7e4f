// Builds what the package publishes: bundled modules in `dist/`, and type declarations in `dist/types/`.

import { execFileSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const { version, dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

rmSync(join(root, "dist"), { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { index: "src/index.ts", apps: "src/apps.ts", iml: "src/iml.ts", cli: "src/cli/bin.ts" },
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  // Small libraries are bundled, because a command starts faster when it reads few files; the rest is installed.
  external: Object.keys(dependencies),
  mainFields: ["module", "main"],
  // Bundled CommonJS asks for Node's own modules by `require`.
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
  define: { CYANOTYPE_VERSION: JSON.stringify(version) },
  chunkNames: "chunks/[name]-[hash]",
  metafile: true,
  logLevel: "warning",
});
writeNotices(metafile);
const command = join(root, "dist/cli.js");
writeFileSync(command, `#!/usr/bin/env node\n${readFileSync(command, "utf8")}`);
chmodSync(command, 0o755);
// Types are only needed by those who publish or install the package: a quick build leaves them out.
if (!process.argv.includes("--no-types")) {
  execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.build.json"], {
    cwd: root,
    stdio: "inherit",
  });
}

/** What is bundled is published with its licences. */
function writeNotices({ inputs }) {
  const folders = new Set(
    Object.keys(inputs).flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
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
