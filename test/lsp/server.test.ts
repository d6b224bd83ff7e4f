import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import {
  CodeActionRequest,
  type CompletionItem,
  CompletionRequest,
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  type DocumentSymbol,
  DocumentSymbolRequest,
  FileChangeType,
  HoverRequest,
  type Location,
  type Position,
  type PublishDiagnosticsParams,
  ReferencesRequest,
} from "vscode-languageserver-protocol/node";
import { blueprint, filter, setVariable, webhook } from "../lint/blueprints.ts";
import { type Project, project } from "../load/project.ts";
import { type Client, startClient } from "./client.ts";
import { textAt } from "./marked.ts";

const text = JSON.stringify(
  blueprint([webhook(1), setVariable(2, "🙂 {{7.number}}", filter("{{1.a}}", "text:equals", "x"))]),
  null,
  2,
);

const start = ({ folder }: Project, args?: readonly string[]): Promise<Client> =>
  startClient(folder, pathToFileURL(folder).href, args);
const uriIn = ({ path }: Project, name: string): string => pathToFileURL(path(name)).href;
const codes = ({ diagnostics }: PublishDiagnosticsParams): readonly unknown[] =>
  diagnostics.map(({ code }) => code).sort();

/** The place of a part of the text, some characters in. */
function placeOf(part: string, into = 0): Position {
  const before = text.slice(0, text.indexOf(part) + into).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

test("a client opens a blueprint, asks all there is to ask, edits, and shuts down", async () => {
  const files = project();
  const client = await start(files, ["--stdio"]);
  const uri = uriIn(files, "a.json");
  const textDocument = { uri };
  const { connection } = client;

  await client.open(uri, text);
  const opened = await client.diagnostics(uri);
  expect([opened.version, codes(opened)]).toEqual([1, ["dangling-reference", "unknown-operator"]]);
  expect(opened.diagnostics.map(({ range }) => textAt(text, range))).toEqual(expect.arrayContaining(["7.number"]));

  const position = placeOf("7.number");
  expect(await connection.sendRequest(HoverRequest.type, { textDocument, position })).toMatchObject({
    contents: { kind: "markdown", value: expect.stringContaining("There is no such module") },
  });
  expect(await connection.sendRequest(DefinitionRequest.type, { textDocument, position })).toBeNull();

  const read = { textDocument, position: placeOf("1.a") };
  const target = (await connection.sendRequest(DefinitionRequest.type, read)) as Location;
  expect([target.uri, textAt(text, target.range)]).toEqual([uri, '"gateway:CustomWebHook"']);
  const reads = await connection.sendRequest(ReferencesRequest.type, {
    ...read,
    context: { includeDeclaration: false },
  });
  expect(reads?.map(({ range }) => textAt(text, range))).toEqual(["1.a"]);

  const outline = (await connection.sendRequest(DocumentSymbolRequest.type, { textDocument })) as DocumentSymbol[];
  expect(outline.map(({ name }) => name)).toEqual(["Custom webhook", "Set variable"]);

  const operator = opened.diagnostics.filter(({ code }) => code === "unknown-operator");
  const range = operator[0]?.range ?? { start: position, end: position };
  const actions = await connection.sendRequest(CodeActionRequest.type, {
    textDocument,
    range,
    context: { diagnostics: operator },
  });
  // Of `text:equals`, only the letter that is too many is taken out.
  const letter = { ...range.end, character: range.end.character - 1 };
  const taken = { range: { start: { ...letter, character: letter.character - 1 }, end: letter }, newText: "" };
  expect(actions).toMatchObject([{ kind: "quickfix", edit: { changes: { [uri]: [taken] } } }]);

  // Right behind `1` of the id comes a dot: a mapping that is being written.
  await client.edit(uri, 2, [{ range: { start: position, end: placeOf("7.number", 8) }, text: "1." }]);
  const behind = { line: position.line, character: position.character + 2 };
  const items = (await connection.sendRequest(CompletionRequest.type, {
    textDocument,
    position: behind,
  })) as CompletionItem[];
  expect(items).toEqual([]);
  const inWord = { line: position.line, character: position.character + 1 };
  const words = (await connection.sendRequest(CompletionRequest.type, {
    textDocument,
    position: inWord,
  })) as CompletionItem[];
  expect(words.map(({ label }) => label)).toEqual(expect.arrayContaining(["1 Custom webhook", "formatDate"]));
  expect((await client.diagnostics(uri)).version).toBe(2);

  await client.edit(uri, 3, [{ range: { start: behind, end: behind }, text: "b" }]);
  expect(codes(await client.diagnostics(uri))).toEqual(["unknown-operator"]);

  await client.close(uri);
  expect((await client.diagnostics(uri)).diagnostics).toEqual([]);
  expect(await client.shutDown()).toBe(0);
});

describe("the server", () => {
  test("checks once when somebody types without a pause", async () => {
    const files = project();
    const client = await start(files);
    const uri = uriIn(files, "a.json");
    await client.open(uri, text);
    await client.diagnostics(uri);
    const end = { line: text.split("\n").length, character: 0 };
    for (let version = 2; version <= 20; version++)
      await client.edit(uri, version, [{ range: { start: end, end }, text: "\n" }]);
    expect((await client.diagnostics(uri)).version).toBe(20);
  });

  test("keeps several documents apart, and leaves other people's JSON alone", async () => {
    const files = project();
    const client = await start(files);
    const names = ["a.json", "b.json", "package.json"];
    const [a = "", b = "", other = ""] = names.map((name) => uriIn(files, name));
    await client.open(a, text);
    await client.open(b, '{ "flow": [{ "module": ');
    await client.open(other, '{ "name": "x", "flow": { "module": 1');
    await client.open(`${other}c`, '{ "name": ');
    expect(codes(await client.diagnostics(a))).toEqual(["dangling-reference", "unknown-operator"]);
    expect((await client.diagnostics(b)).diagnostics).toHaveLength(1);
    expect((await client.diagnostics(`${other}c`)).diagnostics).toEqual([]);
    expect(
      await client.connection.sendRequest(HoverRequest.type, {
        textDocument: { uri: `${other}c` },
        position: { line: 0, character: 4 },
      }),
    ).toBeNull();
  });

  test("tells a configuration's mistake once, in its file, until it is mended", async () => {
    const files = project({ "cyanotype.config.yaml": "rules:\n  no-such-rule: off\n" });
    const client = await start(files);
    const uri = uriIn(files, "a.json");
    const config = uriIn(files, "cyanotype.config.yaml");
    await client.open(uri, text);
    expect((await client.diagnostics(uri)).diagnostics).toEqual([]);
    expect((await client.diagnostics(config)).diagnostics).toMatchObject([
      { message: "There is no rule `no-such-rule`", range: { start: { line: 1, character: 2 } } },
    ]);
    expect(client.messages).toEqual([expect.stringContaining("There is no rule `no-such-rule`")]);
    expect(client.watched).toContain("**/cyanotype.config.{yaml,yml}");

    files.write({ "cyanotype.config.yaml": "rules:\n  dangling-reference: off\n" });
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: config, type: FileChangeType.Changed }],
    });
    expect((await client.diagnostics(config)).diagnostics).toEqual([]);
    expect(codes(await client.diagnostics(uri))).toEqual(["unknown-operator"]);
    expect(client.messages).toHaveLength(1);
  });

  test("keeps what rules of the project's own print out of the protocol", async () => {
    const files = project({
      "cyanotype.config.yaml": "plugins: [own.rules.ts]\n",
      "own.rules.ts": `
import { defineRule } from "cyanotype/lint";
console.log("hello");
export const loud = defineRule({
  id: "own/loud", category: "structure", summary: "Loud", since: "1", severity: { recommended: "warning", strict: "warning" },
  messages: { loud: () => "Loud" },
  check: ({ report, scenario }) => { console.log("hello"); report("loud", { at: { pointer: scenario.flows[0].pointer, key: true } }); },
});
`,
    });
    const client = await start(files);
    const uri = uriIn(files, "a.json");
    await client.open(uri, text);
    const found = await client.diagnostics(uri);
    expect(codes(found)).toEqual(["dangling-reference", "own/loud", "unknown-operator"]);
    expect(found.diagnostics.find(({ code }) => code === "own/loud")?.codeDescription).toBeUndefined();
    expect(client.messages).toEqual([]);
  });

  test("ends when its client is gone", async () => {
    const client = await start(project());
    expect(await client.vanish()).toBe(1);
  });
});
