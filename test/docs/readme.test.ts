import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { compileFiles } from "../../src/load/compile-files.ts";

const readme = readFileSync("README.md", "utf8");
const folder = mkdtempSync(join(tmpdir(), "cyanotype-readme-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the README", () => {
  test("shows scenarios that compile", async () => {
    const [, code = ""] = /```ts\n([^]*?)```/u.exec(readme) ?? [];
    mkdirSync(join(folder, "environments"));
    writeFileSync(join(folder, "refund.scenario.ts"), code);
    writeFileSync(
      join(folder, "environments/test.yaml"),
      "connections: { hitl: 1, slack: 2, gmail: 3 }\nvalues: { REFUND_LOOP: loop, SUPPORT_MAIL: support@example.com }\n" +
        'webhooks: { refunds: { id: 4 }, refund-answers: { id: 5, url: "https://hook.eu1.make.com/answers" } }\n',
    );
    const printed = await compileFiles([join(folder, "refund.scenario.ts")], { out: join(folder, "out") });
    expect(printed.map(({ scenario }) => scenario.name)).toEqual(["Refund: ask", "Refund: act"]);
  });

  test("shows what the linter prints, and is fresh", () => {
    expect(() =>
      execFileSync(process.execPath, ["scripts/generate-docs.mjs", "--check"], { stdio: "pipe" }),
    ).not.toThrow();
  });

  test("and the other documents link to what exists", () => {
    const documents = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/assumptions.md", "docs/corpus.md"];
    const links = documents.flatMap((file) =>
      [
        ...readFileSync(file, "utf8").matchAll(
          /\]\((?!https?:)([^)#]+)\)|`((?:src|test|scripts|docs|scenarios|schemas)\/[\w./-]+\.\w+)`/gu,
        ),
      ].map(([, link, path]) => link ?? path ?? ""),
    );
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((path) => !exists(path))).toEqual([]);
  });
});

function exists(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EISDIR";
  }
}
