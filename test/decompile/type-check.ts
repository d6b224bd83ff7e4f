import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** What a strict compiler says of all TypeScript in a folder, in which `cyanotype` is this project. */
export function typeErrors(folder: string): string {
  const write = (name: string, content: unknown): void =>
    writeFileSync(join(folder, name), JSON.stringify(content, null, 2));
  write("package.json", { type: "module" });
  write("tsconfig.json", {
    extends: resolve("tsconfig.json"),
    include: ["**/*.ts"],
    compilerOptions: { typeRoots: [resolve("node_modules/@types")], noUnusedLocals: true, noUnusedParameters: true },
  });
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  if (sources.length === 0) throw new Error(`There is no TypeScript in ${folder}`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve("node_modules/typescript/bin/tsc"), "-p", ".", "--pretty", "false"],
    { cwd: folder, encoding: "utf8", maxBuffer: 100 * 1024 * 1024 },
  );
  return status === 0 ? "" : `${stdout}${stderr}`;
}
