import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const EXPECTED = /@ts-expect-error (TS\d+) (.+)/u;

/** What the compiler says of a file, by line. */
function compile(text: string): ReadonlyMap<number, readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "cyanotype-types-"));
  try {
    writeFileSync(join(folder, "refused.mts"), text);
    const config = { extends: resolve("tsconfig.json"), files: ["refused.mts"], include: [] };
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ ...config, compilerOptions: { typeRoots: [resolve("node_modules/@types")] } }),
    );
    const tsc = resolve("node_modules/typescript/bin/tsc");
    const { stdout } = spawnSync(process.execPath, [tsc, "-p", folder, "--pretty", "false"], { encoding: "utf8" });
    const codes = new Map<number, readonly string[]>();
    for (const [, line, code = ""] of stdout.matchAll(/refused\.mts\((\d+),\d+\): error (TS\d+)/gu))
      codes.set(Number(line), [...(codes.get(Number(line)) ?? []), code]);
    return codes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("each mistake is refused, and for the reason that is given", { timeout: 60_000 }, () => {
  const text = readFileSync("test/types/refused.test-d.ts", "utf8");
  const lines = text.split("\n");
  const expected = lines.flatMap((line) => {
    const [, code, mistake] = EXPECTED.exec(line) ?? [];
    return code === undefined ? [] : [`${code} ${mistake}`];
  });
  const found = compile(text.replaceAll("@ts-expect-error", "expected:"));
  const told = lines.flatMap((line, index) => {
    const [, , mistake] = EXPECTED.exec(line) ?? [];
    return mistake === undefined ? [] : [`${(found.get(index + 2) ?? ["nothing"]).join(" and ")} ${mistake}`];
  });
  expect(told).toEqual(expected);
  expect([...found.values()].flat()).toHaveLength(expected.length);
  expect(expected.length).toBeGreaterThan(90);
});
