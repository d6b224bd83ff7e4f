import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { isBlueprint } from "../../src/lsp/is-blueprint.ts";
import { createWorkspace } from "../../src/lsp/workspace.ts";

test.for<[isOne: boolean, uri: string, language: string, text: string]>([
  [true, "file:///a.json", "json", '{ "flow": [{ "module": "a:b" }] }'],
  [true, "file:///a.json", "json", '{ "subflows": [{ "flow": [{ "module": "a:b"'],
  [true, "untitled:Untitled-1", "json", '{ "flow" : [{ "module" : "a:b" }] }'],
  [true, "file:///Orders.blueprint.json", "json", ""],
  [true, "file:///blueprint.json", "plaintext", "{"],
  [false, "file:///package.json", "json", '{ "name": "flow", "module": "dist/index.js" }'],
  [false, "file:///tsconfig.json", "jsonc", '{ "compilerOptions": { "module": "nodenext" } }'],
  [false, "file:///a.json", "json", '{ "flow": { "steps": [] } }'],
  [false, "file:///a.json", "json", ""],
  [false, "file:///notes.md", "markdown", '{ "flow": [{ "module": "a:b" }] }'],
])("%s: %s as %s: %s", ([isOne, uri, language, text]) => {
  expect(isBlueprint(uri, language, text)).toBe(isOne);
});

test("a document belongs to the innermost folder that is open around it, or to its own", () => {
  const home = join(import.meta.dirname, "home");
  const file = (...names: readonly string[]): string => pathToFileURL(join(home, ...names)).href;
  const workspace = createWorkspace(home);
  expect(workspace.placeOf(file("a", "b", "x y.json"))).toEqual({
    path: join(home, "a", "b", "x y.json"),
    cwd: join(home, "a", "b"),
  });
  workspace.change([file("a"), file("a", "b"), "vscode-remote://there/a"]);
  expect(workspace.placeOf(file("a", "b", "c", "x.json")).cwd).toBe(join(home, "a", "b"));
  expect(workspace.placeOf(file("a", "bc", "x.json")).cwd).toBe(join(home, "a"));
  expect(workspace.placeOf(file("z", "x.json")).cwd).toBe(join(home, "z"));
  expect(workspace.placeOf("untitled:Untitled-1").cwd).toBe(join(home, "a", "b"));
  workspace.change([], [file("a", "b")]);
  expect(workspace.placeOf(file("a", "b", "c", "x.json")).cwd).toBe(join(home, "a"));
});
