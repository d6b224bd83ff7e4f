import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Project } from "ts-morph";
import { afterAll, describe, expect, test } from "vitest";
import { compileFiles } from "../../src/load/compile-files.ts";

const readme = readFileSync("README.md", "utf8");
const folder = mkdtempSync(join(tmpdir(), "cyanotype-readme-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [orders = "", refunds = ""] = [...readme.matchAll(/```ts\n([\s\S]*?)```/gu)].map(([, code = ""]) => code);

const [, environment = ""] = /```yaml\n([\s\S]*?)```/u.exec(readme) ?? [];

/** What the guide's page on human review says of the same scenario. */
const REFUND_NEEDS = `modules: certain
connections: { slack: choose on import, gmail: choose on import }
keys: { hitl: choose on import }
webhooks:
  refunds: { id: choose on import }
  refund-answers: { id: choose on import, url: "https://hook.eu1.make.com/a" }
values: { REFUND_LOOP: 65f1234567890abcdef10001, SUPPORT_MAIL: support@example.com }
`;

describe("the README", () => {
  test("shows scenarios that type-check", () => {
    const project = new Project({ tsConfigFilePath: "tsconfig.json", skipAddingFilesFromTsConfig: true });
    const check = (text: string): readonly string[] => {
      const file = project.createSourceFile("scenarios/readme.scenario.ts", text, { overwrite: true });
      return project
        .getProgram()
        .getSemanticDiagnostics(file)
        .map((diagnostic) => String(diagnostic.getMessageText()));
    };
    expect([orders, refunds].map(check)).toEqual([[], []]);
    // A third answer without a route is red in the editor, as the README says.
    expect(check(refunds.replace('"Approve", "Reject"', '"Approve", "Reject", "Later"'))).toHaveLength(1);
  });

  test("shows scenarios that compile", async () => {
    const write = (name: string, code: string, values: string): string => {
      const path = join(folder, name, "a.scenario.ts");
      mkdirSync(join(folder, name, "environments"), { recursive: true });
      writeFileSync(join(folder, name, "environments/production.yaml"), values);
      writeFileSync(path, code);
      return path;
    };
    const paths = [write("orders", orders, environment), write("refunds", refunds, REFUND_NEEDS)];
    const printed = await compileFiles(paths, { out: join(folder, "out") });
    expect(printed.map(({ scenario }) => scenario.name)).toEqual(["Orders", "Refund: ask", "Refund: act"]);
  });

  test("shows what the linter prints, and is fresh", () => {
    expect(() =>
      execFileSync(process.execPath, ["scripts/generate-docs.mjs", "--check"], { stdio: "pipe" }),
    ).not.toThrow();
  });

  test("and the other documents link to what exists", () => {
    const documents = [
      "README.md",
      "ARCHITECTURE.md",
      "CONTRIBUTING.md",
      "docs/assumptions.md",
      "docs/ci/README.md",
      "docs/configuration.md",
      "docs/corpus.md",
      "docs/editor.md",
      ...readdirSync("docs/guide").map((name) => `docs/guide/${name}`),
    ];
    const links = documents.flatMap((file) =>
      [
        ...readFileSync(file, "utf8").matchAll(
          /\]\((?!https?:)([^)#]+)\)|`((?:src|test|scripts|docs|scenarios|schemas)\/[\w./-]+\.\w+)`/gu,
        ),
      ].map(([, link, path = ""]) => (link === undefined ? path : join(dirname(file), link))),
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
