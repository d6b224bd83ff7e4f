import { expect, test } from "vitest";
import type { DocumentSymbol } from "vscode-languageserver";
import { analyse } from "../../src/lsp/analysis.ts";
import { symbols } from "../../src/lsp/symbols.ts";
import { blueprint, module, setVariable } from "../lint/blueprints.ts";
import { textAt } from "./marked.ts";
import { scenario } from "./scenario.ts";

/** The tree as lines, each with what is selected. */
const lines = (text: string, found: readonly DocumentSymbol[], depth = 0): readonly string[] =>
  found.flatMap(({ name, selectionRange, children = [] }) => [
    `${"  ".repeat(depth)}${name} ${textAt(text, selectionRange)}`,
    ...lines(text, children, depth + 1),
  ]);

const outline = (json: unknown): readonly string[] => {
  const text = JSON.stringify(json, null, 2);
  return lines(text, symbols(analyse(text)));
};

test("the outline is the tree of modules, with routes and error handlers", () => {
  expect(outline(scenario())).toEqual([
    'Order arrives "gateway:CustomWebHook"',
    'Search for Message "slack:SearchMessages"',
    'Router "builtin:BasicRouter"',
    '  Route 1 "flow"',
    '    Create a Message "slack:CreateMessage"',
    '      Error handler "onerror"',
    '        Resume "builtin:Resume"',
    '  Route 2 "flow"',
    '    Set variable "util:SetVariable2"',
  ]);
});

test("branches have their labels, and loose modules are there", () => {
  const branches = [
    { type: "condition", label: "Large", flow: [setVariable(3)] },
    { type: "else", flow: [module(4, "a:b")] },
  ];
  const flow = [module(2, "builtin:BasicIfElse", { mapper: null, branches })];
  const found = outline(blueprint(flow, {}, { designer: { orphans: [[module(9, "a:b")]] } }));
  expect(found.filter((line) => !line.includes('"util:'))).toEqual([
    expect.stringContaining("builtin:BasicIfElse"),
    '  Large "flow"',
    '  Branch 2 "flow"',
    '    a:b "a:b"',
    expect.stringMatching(/^Modules that hang on nothing/u),
    '  a:b "a:b"',
  ]);
});

test("what is selected stands inside of the whole", () => {
  const isBehind = (a: DocumentSymbol["range"]["start"], b: DocumentSymbol["range"]["start"]): boolean =>
    a.line > b.line || (a.line === b.line && a.character >= b.character);
  const check = ({ range, selectionRange, children = [] }: DocumentSymbol): void => {
    expect(isBehind(selectionRange.start, range.start) && isBehind(range.end, selectionRange.end)).toBe(true);
    for (const child of children) check(child);
  };
  for (const symbol of symbols(analyse(JSON.stringify(scenario())))) check(symbol);
});

test("a half-written text has an outline, too", () => {
  const text = JSON.stringify(scenario(), null, 2).replace('"id": 2,', '"id": 2');
  expect(symbols(analyse(text)).map(({ name }) => name)).toEqual(["Order arrives", "Search for Message", "Router"]);
  expect(symbols(analyse("{"))).toEqual([]);
});
