import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { blueprint, setVariable, webhook } from "../lint/blueprints.ts";
import { type Project, projectOf, scenarioFile } from "../load/project.ts";
import { run } from "./command.ts";

/** All scripts that a run of the command loads, by URL: V8 counts what runs of each. */
function loaded({ folder, path, read }: Project, args: readonly string[]): readonly string[] {
  const { code } = run(folder, args, { env: { NODE_V8_COVERAGE: path("coverage") } });
  expect(code).toBe(0);
  return readdirSync(path("coverage")).flatMap((name) =>
    (JSON.parse(read(`coverage/${name}`)) as { readonly result: readonly { readonly url: string }[] }).result.map(
      ({ url }) => url,
    ),
  );
}

const read = (chunk: string): string => readFileSync(`dist/command/${chunk}`, "utf8");

const files = (): Project =>
  projectOf(scenarioFile('flow.step("Wait", tools.sleep({ duration: 1 }), { onError: onError.ignore() });'), {
    "a.json": JSON.stringify(blueprint([webhook(), setVariable(2)])),
  });

/** What only those load who write source, check types, or serve editors. */
const HEAVY = /\/(?:decompile|lsp)-[^/]*\.js$|\/node_modules\/(?:ts-morph|@ts-morph|typescript)\//u;

describe("a command that neither decompiles nor serves editors loads nothing that does", () => {
  test.for([
    [["--version"]],
    [["compile"]],
    [["eval", "{{1 + 1}}"]],
    [["lint", "a.json"]],
    [["lint", "scenarios"]],
    [["render", "a.json", "scenarios"]],
  ])("%j", ([args = []]) => {
    const urls = loaded(files(), args);
    expect(urls.some((url) => url.endsWith("/dist/cli.js"))).toBe(true);
    expect(urls.filter((url) => HEAVY.test(url))).toEqual([]);
  });

  test("unlike one that does", () => {
    expect(loaded(files(), ["decompile", "a.json", "--stdout"]).filter((url) => HEAVY.test(url))).toHaveLength(1);
  });

  test("unlike one that serves editors, and nothing else loads the libraries for that", () => {
    const chunks = readdirSync("dist/command").filter((name) => /textDocument\/publishDiagnostics/u.test(read(name)));
    expect(chunks).toEqual([expect.stringMatching(/^lsp-[^/]*\.js$/u)]);
  });
});

test("no command is built on a compiler of types", () => {
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly dependencies: object };
  expect(Object.keys(dependencies).filter((name) => /typescript|ts-morph/u.test(name))).toEqual([]);
  expect(readFileSync("dist/THIRD-PARTY-NOTICES.txt", "utf8")).not.toMatch(/ts-morph/u);
});
