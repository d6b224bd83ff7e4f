import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Diagnostic, TextEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { keepSettings } from "../../src/load/scenarios/kept-settings.ts";
import { analyse } from "../../src/lsp/analysis.ts";
import { type Checked, check } from "../../src/lsp/check.ts";
import { codeActions } from "../../src/lsp/code-actions.ts";
import { blueprint, filter, type JsonObject, module, setVariable, webhook } from "../lint/blueprints.ts";
import { project } from "../load/project.ts";
import { textAt } from "./marked.ts";

const URI = "file:///a.json";
const everything = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };

/** Checks a text in a folder with these other files. */
async function checked(text: string, files: Readonly<Record<string, string>> = {}): Promise<Checked> {
  const { folder } = project(files);
  return check(analyse(text), {
    uri: URI,
    path: join(folder, "a.json"),
    cwd: folder,
    today: "2027-01-31",
    settingsOf: keepSettings().of,
  });
}

const print = (json: JsonObject): string => JSON.stringify(json, null, 2);
const shown = (text: string, { range, code, severity }: Diagnostic): string =>
  `${severity} ${code} ${textAt(text, range)}`;
const codes = ({ diagnostics }: Checked): readonly unknown[] => diagnostics.map(({ code }) => code);

const dangling = blueprint([webhook(1), setVariable(2, 'ü "{{7.x}}"')]);

describe("a diagnostic", () => {
  test("stands at the place of a finding, in UTF-16 units, with what to do and the page of the rule", async () => {
    const text = print(dangling);
    const { diagnostics } = await checked(text);
    expect(diagnostics.map((diagnostic) => shown(text, diagnostic))).toEqual(["1 dangling-reference 7.x"]);
    const [{ message = "", source, codeDescription } = {}] = diagnostics;
    expect([String(message).split("\n"), source]).toEqual([
      [expect.stringContaining("module `7`"), expect.stringContaining("Map the value again")],
      "cyanotype",
    ]);
    expect(existsSync(fileURLToPath(codeDescription?.href ?? ""))).toBe(true);
  });

  test("tells what else to look at", async () => {
    const text = print(blueprint([webhook(1), setVariable(2, "{{3.v}}"), setVariable(3)]));
    const { diagnostics } = await checked(text);
    const [{ relatedInformation = [] } = {}] = diagnostics;
    expect(relatedInformation.map(({ message, location }) => [message, location.uri])).toEqual([
      ["This is `util:SetVariable2 (3)`", URI],
    ]);
  });

  test("stands where a byte order mark and an emoji moved it", async () => {
    const text = `\ufeff${JSON.stringify(blueprint([webhook(1), setVariable(2, "🙂 {{7.x}}")]))}`;
    const { diagnostics } = await checked(text);
    expect(diagnostics.map((diagnostic) => shown(text, diagnostic))).toEqual(["1 dangling-reference 7.x"]);
  });

  test("is all that is said of a text that is no JSON", async () => {
    const text = print(dangling).replace('"id": 2,', '"id": 2');
    const { diagnostics, told } = await checked(text);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.message).toMatch(/comma/iu);
    expect(told).toEqual([]);
  });

  test("says why a JSON file is no blueprint", async () => {
    const { diagnostics } = await checked('{ "flow": [{ "type": "a:b" }] }');
    expect(diagnostics.map(({ message }) => String(message).split("\n")[0])).toEqual([
      "`type` stands where Make writes `module`",
    ]);
  });

  test("covers what must not be shown", async () => {
    // Made up.
    const password = "Ahk7-quiet-Ovh2";
    const mapper = { url: `http://ana:${password}@example.com/`, method: "get" };
    const found = await checked(print(blueprint([webhook(1), module(2, "http:MakeRequest", { version: 4, mapper })])));
    expect(codes(found)).toEqual(expect.arrayContaining(["literal-secret", "plain-http-url"]));
    expect(JSON.stringify(found.diagnostics)).not.toContain(password);
  });
});

test("what only shows between scenarios is left to the command, which sees all of them", async () => {
  const text = readFileSync("docs/examples/broken.blueprint.json", "utf8");
  const found = codes(await checked(text));
  expect(found).toContain("hitl/default-not-option");
  expect(found).not.toContain("hitl/request-without-consumer");
});

describe("the configuration", () => {
  test("of the folder holds", async () => {
    const rules = "rules:\n  dangling-reference: warning\n";
    expect((await checked(print(dangling), { "cyanotype.config.yaml": rules })).diagnostics).toMatchObject([
      { severity: 2 },
    ]);
  });

  test("takes out what is suppressed or ignored", async () => {
    const suppression = "suppressions:\n  - rule: dangling-reference\n    pointer: /flow/1\n    reason: by hand\n";
    expect(codes(await checked(print(dangling), { "cyanotype.config.yaml": suppression }))).toEqual([]);
    expect(codes(await checked(print(dangling), { "cyanotype.config.yaml": "ignores: [a.json]\n" }))).toEqual([]);
  });

  test("with mistakes is told, and nothing is checked", async () => {
    const { diagnostics, faults } = await checked(print(dangling), {
      "cyanotype.config.yaml": "rules:\n  no-such-rule: error\n",
    });
    expect(diagnostics).toEqual([]);
    expect(faults).toMatchObject([{ message: "There is no rule `no-such-rule`", span: { line: 2 } }]);
  });

  test("may come with a baseline", async () => {
    const baseline = '{ "version": 9 }';
    expect((await checked(print(dangling), { "cyanotype.baseline.json": baseline })).faults).not.toEqual([]);
  });
});

describe("a quick fix", () => {
  const condition = blueprint([webhook(1), setVariable(2, "", filter("{{1.a}}", "text:equals", "x"))]);

  test("is what mends a finding", async () => {
    const text = print(condition);
    const analysis = analyse(text);
    const { told } = await checked(text);
    const [action, ...others] = codeActions(analysis, told, { uri: URI, range: everything });
    expect(others).toEqual([]);
    expect(action).toMatchObject({
      title: "Fix unknown-operator: Did you mean `text:equal`?",
      kind: "quickfix",
      diagnostics: [{ code: "unknown-operator" }],
    });
    const edits: TextEdit[] = action?.edit?.changes?.[URI] ?? [];
    const mended = TextDocument.applyEdits(TextDocument.create(URI, "json", 1, text), edits);
    expect(mended).toBe(text.replace("text:equals", "text:equal"));
    expect(codes(await checked(mended))).toEqual([]);
  });

  test("is preferred where it is safe", async () => {
    const text = print(condition);
    const { told } = await checked(text);
    const preferred = (safety: "safe" | "suggested") =>
      codeActions(
        analyse(text),
        told.map((one) => ({ ...one, fix: one.fix && { ...one.fix, safety } })),
        { uri: URI, range: everything },
      ).map(({ isPreferred }) => isPreferred);
    expect([preferred("safe"), preferred("suggested")]).toEqual([[true], [undefined]]);
  });

  test("is offered at its finding alone", async () => {
    const text = print(condition);
    const { told } = await checked(text);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    expect(codeActions(analyse(text), told, { uri: URI, range })).toEqual([]);
  });

  test("is not offered to those who ask for something else", async () => {
    const text = print(condition);
    const { told } = await checked(text);
    const kinds = (only: readonly string[]): readonly (string | undefined)[] =>
      codeActions(analyse(text), told, { uri: URI, range: everything, only }).map(({ kind }) => kind);
    expect([kinds(["refactor"]), kinds(["quickfix"])]).toEqual([[], ["quickfix"]]);
  });
});

test("all that is safe to fix is fixed at once, when somebody asks for it", async () => {
  const slip = filter("{{1.a}}", "text:equals", "x");
  const text = print(blueprint([webhook(1), setVariable(2, "", slip), setVariable(3, "", slip)]));
  const { told } = await checked(text);
  const safe = told.map((one) => ({ ...one, fix: one.fix && { ...one.fix, safety: "safe" as const } }));
  const options = { uri: URI, range: { start: everything.start, end: everything.start } };
  expect(codeActions(analyse(text), safe, options)).toEqual([]);
  const [action] = codeActions(analyse(text), safe, { ...options, only: ["source.fixAll"] });
  const edits = action?.edit?.changes?.[URI] ?? [];
  const mended = TextDocument.applyEdits(TextDocument.create(URI, "json", 1, text), edits);
  expect(mended).toBe(text.replaceAll("text:equals", "text:equal"));
  const suggested = told.map((one) => ({ ...one, fix: one.fix && { ...one.fix, safety: "suggested" as const } }));
  expect(codeActions(analyse(text), suggested, { ...options, only: ["source"] })).toEqual([]);
});
