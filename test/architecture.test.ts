import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

/** Each layer names every layer that it may import. An absent name is a decision, not an oversight. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  util: [],
  diagnostics: ["util"],
  schema: ["util", "diagnostics"],
  iml: ["util", "diagnostics"],
  blueprint: ["util", "diagnostics", "schema"],
  model: ["util", "diagnostics", "iml", "blueprint"],
  catalog: ["util", "diagnostics", "iml", "blueprint", "model"],
  dsl: ["util", "diagnostics", "iml", "blueprint", "model", "catalog"],
  compile: ["util", "diagnostics", "iml", "blueprint", "model", "catalog"],
  decompile: ["util", "diagnostics", "iml", "blueprint", "model", "catalog", "compile"],
  lint: ["util", "diagnostics", "schema", "iml", "blueprint", "model", "catalog"],
  render: ["util", "diagnostics", "iml", "model", "catalog"],
  diff: ["util", "diagnostics", "iml", "blueprint", "model", "catalog", "render"],
  check: ["util", "diagnostics", "lint", "diff"],
  load: [
    "util",
    "diagnostics",
    "schema",
    "iml",
    "blueprint",
    "model",
    "catalog",
    "dsl",
    "compile",
    "decompile",
    "lint",
    "render",
    "diff",
    "check",
    "index.ts",
    "apps.ts",
    "lint.ts",
  ],
  dev: ["diagnostics", "blueprint", "model", "lint", "render", "load"],
  lsp: ["util", "diagnostics", "iml", "blueprint", "model", "catalog", "lint", "load"],
  cli: [
    "util",
    "diagnostics",
    "iml",
    "blueprint",
    "model",
    "catalog",
    "lint",
    "render",
    "diff",
    "check",
    "load",
    "dev",
    "lsp",
  ],
  "index.ts": ["diagnostics", "catalog", "model", "dsl"],
  "apps.ts": ["catalog"],
  "iml.ts": ["iml"],
  "lint.ts": ["diagnostics", "model", "lint"],
};

/** Libraries by layer; all other layers stand on nothing. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  diagnostics: ["fast-string-width"],
  iml: ["moment-timezone", "semver"],
  model: ["jsonc-parser"],
  diff: ["diff"],
  load: ["@resvg/resvg-js", "chokidar", "jiti", "picomatch", "sucrase", "tinyglobby", "yaml"],
  lsp: ["jsonc-parser", "vscode-languageserver", "vscode-languageserver-textdocument"],
  cli: ["@clack/prompts", "commander", "diff", "picocolors"],
};

/** Node's own modules are for the rim: `load` and `cli`. Elsewhere each use has its reason. */
const NODE_ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  // The stack names files by URLs; which of them are the author's is told nowhere else.
  "dsl/position.ts": ["node:url"],
  // Hashes, and what evaluation needs only sometimes: required when it is asked for.
  "iml/lazy-modules.ts": ["node:crypto", "node:module", "node:worker_threads"],
  // A regular expression of the author's may run for ever: it runs where it can be stopped.
  "iml/sandbox/child.ts": ["node:fs", "node:vm"],
  "iml/sandbox/relay.ts": ["node:child_process", "node:worker_threads"],
  // It serves pages, whose policy names their scripts by hashes.
  "dev/document.ts": ["node:crypto"],
  "dev/server.ts": ["node:http", "node:net"],
  // Editors name files by URLs.
  "lsp/workspace.ts": ["node:path", "node:url"],
};

interface Import {
  readonly from: string;
  readonly specifier: string;
  /** Only types, which are gone at run time; or loaded when it is needed. */
  readonly isLate: boolean;
  readonly onlyTypes: boolean;
}

const IMPORT =
  /^\s*(?:import|export)\s+(?<type>type\s+)?(?<names>[^;"']*?)\s*from\s*["'](?<from>[^"']+)["']|^\s*import\s*["'](?<bare>[^"']+)["']|\bimport\(\s*["'](?<lazy>[^"']+)["']|\brequire\(\s*["'](?<required>[^"']+)["']/gmu;

/** The imports in the text of a file. */
function importsOf(from: string, text: string): readonly Import[] {
  return [...text.matchAll(IMPORT)].map(({ groups = {} }) => {
    const { type, names = "", from: source, bare, lazy, required } = groups;
    const onlyTypes = type !== undefined || /^\{\s*(?:type\s+[^,{}]+,?\s*)+\}$/u.test(names);
    return {
      from,
      specifier: source ?? bare ?? lazy ?? required ?? "",
      isLate: onlyTypes || lazy !== undefined || required !== undefined,
      onlyTypes,
    };
  });
}

const layerOf = (file: string): string => file.split("/")[0] ?? "";
const targetOf = ({ from, specifier }: Import): string => normalize(join(dirname(from), specifier));
const isOwn = ({ specifier }: Import): boolean => specifier.startsWith(".");

const isGenerated = (file: string): boolean => file.includes(".generated.");
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.[jt]s$/u.test(file))
    .map((file) => file.replaceAll("\\", "/"));

const files = filesIn("src");
const imports = files.flatMap((file) => importsOf(file, readFileSync(join("src", file), "utf8")));

/** Imports from one layer into another that may not be. */
const upward = (given: readonly Import[]): readonly string[] =>
  given
    .filter(isOwn)
    .filter((found) => {
      const [here, there] = [layerOf(found.from), layerOf(targetOf(found))];
      return here !== there && !MAY_IMPORT[here]?.includes(there);
    })
    .map((found) => `${found.from} imports ${targetOf(found)}`);

/** A way round from a file to itself by imports that happen at the start. */
function findCycle(given: readonly Import[]): readonly string[] {
  const next = new Map<string, string[]>();
  for (const found of given.filter((candidate) => isOwn(candidate) && !candidate.isLate))
    next.set(found.from, [...(next.get(found.from) ?? []), targetOf(found)]);
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): readonly string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const target of next.get(file) ?? []) {
      const cycle = visit(target, [...way, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  for (const file of next.keys()) {
    const cycle = visit(file, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

/** Rules see the model, not each other, nor who runs them. */
const meddlingRules = (given: readonly Import[]): readonly string[] =>
  given
    .filter((found) => found.from.startsWith("lint/rules/") && isOwn(found))
    .filter((found) => /^lint\/(?:rules\/|formats\/|linter\.ts|report\.ts|rules\.generated\.ts)/u.test(targetOf(found)))
    .map((found) => `${found.from} imports ${targetOf(found)}`);

/** Everything that may be loaded, sooner or later, once a file is. */
function reachable(start: string, given: readonly Import[]): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const file of reached) {
    for (const found of given)
      if (found.from === file && isOwn(found) && !found.onlyTypes) reached.add(targetOf(found));
  }
  return reached;
}

/** The commands that write source: others need not wait for what does that. */
const WRITE_SOURCE = ["decompile", "init", "modules"];

describe("imports", () => {
  test("never point at a layer above", () => {
    expect(upward(imports)).toEqual([]);
  });

  test("never go round in a circle", () => {
    expect(findCycle(imports)).toEqual([]);
  });

  test("of a rule are never another rule, nor what runs rules", () => {
    expect(meddlingRules(imports)).toEqual([]);
  });

  test("of libraries are those that the layer may use", () => {
    const strangers = imports.filter(({ from, specifier }) => {
      if (specifier.startsWith(".") || specifier.startsWith("node:")) return false;
      const name = specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
      return !MAY_USE[layerOf(from)]?.includes(name);
    });
    expect(strangers.map(({ from, specifier }) => `${from} imports ${specifier}`)).toEqual([]);
  });

  test("of Node's own modules are for load and cli, with the exceptions that have a reason", () => {
    const strangers = imports.filter(
      ({ from, specifier }) =>
        specifier.startsWith("node:") &&
        !["load", "cli"].includes(layerOf(from)) &&
        !NODE_ELSEWHERE[from]?.includes(specifier),
    );
    expect(strangers.map(({ from, specifier }) => `${from} imports ${specifier}`)).toEqual([]);
  });

  test("lead from commands that write no source to nothing that does", () => {
    const commands = files
      .filter((file) => file.startsWith("cli/commands/"))
      .filter((file) => !WRITE_SOURCE.some((name) => file.endsWith(`/${name}.ts`)));
    expect(commands.length).toBeGreaterThan(2);
    const strangers = commands.flatMap((command) =>
      [...reachable(command, imports)]
        .filter((file) => layerOf(file) === "decompile")
        .map((file) => `${command} leads to ${file}`),
    );
    expect(strangers).toEqual([]);
    expect(reachable("cli/commands/decompile.ts", imports)).toContain("decompile/decompile.ts");
  });

  test("name files with their endings", () => {
    expect(imports.filter((found) => isOwn(found) && !files.includes(targetOf(found)))).toEqual([]);
  });
});

describe("files", () => {
  test("stand in layers that are known, here and in ARCHITECTURE.md", () => {
    const layers = new Set(files.map(layerOf));
    expect([...layers].filter((layer) => !(layer in MAY_IMPORT))).toEqual([]);
    const table = readFileSync("ARCHITECTURE.md", "utf8");
    expect([...layers].filter((layer) => !table.includes(`\`src/${layer}\``))).toEqual([]);
  });

  test.for([
    ["src", 400],
    ["test", 500],
  ] as const)("in %s have %i lines at most", ([folder, most]) => {
    const long = filesIn(folder)
      .filter((file) => !isGenerated(file))
      .map((file) => [file, readFileSync(join(folder, file), "utf8").split("\n").length - 1] as const)
      .filter(([, lines]) => lines > most);
    expect(long).toEqual([]);
  });

  test("have names that say what is in them", () => {
    expect(files.filter((file) => /\/(?:utils?|helpers?|common|misc|types)\.[jt]s$/u.test(file))).toEqual([]);
    expect(files.filter((file) => !/^(?:[a-z0-9-]+\/)*[a-z0-9-]+(?:\.generated)?(?:\.d)?\.[jt]s$/u.test(file))).toEqual(
      [],
    );
  });
});

describe("these checks find", () => {
  const planted = (from: string, text: string) => importsOf(from, text);

  test.for([
    ['import { a } from "../load/a.ts";', false],
    ['import type { A } from "../load/a.ts";', true],
    ['import {\n  type A,\n  type B,\n} from "../load/a.ts";', true],
    ['import { type A, b } from "../load/a.ts";', false],
    ['import * as a from "../load/a.ts";', false],
    ['import a, { b } from "../load/a.ts";', false],
    ['import "../load/a.ts";', false],
    ['export { a } from "../load/a.ts";', false],
    ['export * from "../load/a.ts";', false],
    ['export type { A } from "../load/a.ts";', true],
    ['const { a } = await import("../load/a.ts");', true],
    ['const a = require("../load/a.ts");', true],
  ] as const)("%j", ([text, isLate]) => {
    const found = planted("model/x.ts", text);
    expect(found).toMatchObject([{ from: "model/x.ts", specifier: "../load/a.ts", isLate }]);
    expect(upward(found)).toEqual(["model/x.ts imports load/a.ts"]);
  });

  test("no imports where there are none", () => {
    expect(planted("a.ts", '// from "x"\nconst from = "y";\nexport const a = "import";\n')).toEqual([]);
  });

  test("circles of values, but not of types", () => {
    const circle = (type: string) => [
      ...planted("util/a.ts", 'import { b } from "./b.ts";'),
      ...planted("util/b.ts", 'import { c } from "./c.ts";'),
      ...planted("util/c.ts", `import ${type}{ a } from "./a.ts";`),
    ];
    expect(findCycle(circle(""))).toEqual(["util/a.ts", "util/b.ts", "util/c.ts", "util/a.ts"]);
    expect(findCycle(circle("type "))).toEqual([]);
  });

  test("a rule that imports another", () => {
    expect(meddlingRules(planted("lint/rules/hitl/a.ts", 'import { b } from "../b.ts";'))).toEqual([
      "lint/rules/hitl/a.ts imports lint/rules/b.ts",
    ]);
  });
});
