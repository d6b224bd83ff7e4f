import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { Project, SyntaxKind } from "ts-morph";
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
  lint: ["util", "diagnostics", "schema", "iml", "blueprint", "model", "catalog"],
  render: ["util", "diagnostics", "iml", "blueprint", "model", "catalog"],
  // The published entry points stand between what authors import and the code that runs their files.
  entry: ["diagnostics", "iml", "model", "catalog", "dsl"],
  load: ["util", "diagnostics", "schema", "iml", "blueprint", "model", "catalog", "dsl", "compile", "lint", "entry"],
  cli: [
    "util",
    "diagnostics",
    "schema",
    "iml",
    "blueprint",
    "model",
    "catalog",
    "compile",
    "lint",
    "render",
    "load",
    "entry",
  ],
};

/** Only the rim meets files, the process and the network; these modules of Node are pure and may be met elsewhere. */
const PURE = ["node:url", "node:crypto", "node:buffer"];
const RIM = ["load", "cli"];
/** Code that must meet more of Node, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  "src/iml/sandbox/": "runs custom functions apart from everything else, in a worker",
  "src/iml/lazy-modules.ts": "loads the date library only when a date is needed",
};

/** The libraries of each layer. What is not named here needs a word in the review. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  model: ["jsonc-parser"],
  iml: ["moment-timezone", "semver"],
  load: ["jiti", "sucrase", "tinyglobby", "yaml"],
  cli: ["commander", "picocolors"],
};

interface Import {
  readonly file: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const project = new Project({
  skipAddingFilesFromTsConfig: true,
  compilerOptions: { allowImportingTsExtensions: true },
});
project.addSourceFilesAtPaths(["src/**/*.ts", "!src/**/*.d.ts"]);
const path = (absolute: string): string => relative(process.cwd(), absolute).split(sep).join("/");
const files = project.getSourceFiles();

const imports: readonly Import[] = files.flatMap((file) => {
  const from = path(file.getFilePath());
  const resolve = (specifier: string): string =>
    specifier.startsWith(".") ? new URL(specifier, `file:///${from}`).pathname.slice(1) : specifier;
  const statements = [...file.getImportDeclarations(), ...file.getExportDeclarations()].flatMap((statement) => {
    const specifier = statement.getModuleSpecifierValue();
    if (specifier === undefined) return [];
    const named = "getNamedImports" in statement ? statement.getNamedImports() : [];
    const typeOnly = statement.isTypeOnly() || (named.length > 0 && named.every((name) => name.isTypeOnly()));
    return [{ file: from, to: resolve(specifier), typeOnly }];
  });
  const dynamic = file.getDescendantsOfKind(SyntaxKind.CallExpression).flatMap((call) => {
    const [argument] = call.getArguments();
    if (call.getExpression().getKind() !== SyntaxKind.ImportKeyword || !argument?.isKind(SyntaxKind.StringLiteral))
      return [];
    return [{ file: from, to: resolve(argument.getLiteralValue()), typeOnly: false }];
  });
  return [...statements, ...dynamic];
});

const layerOf = (file: string): string => /^src\/([^/]+)\//u.exec(file)?.[1] ?? "entry";
const isOwn = ({ to }: Import): boolean => to.startsWith("src/");

describe("the architecture", () => {
  test("was read: there are many files and imports", () => {
    expect(files.length).toBeGreaterThan(200);
    expect(imports.filter(isOwn).length).toBeGreaterThan(800);
  });

  test("knows each layer", () => {
    expect([...new Set(files.map((file) => layerOf(path(file.getFilePath()))))].sort()).toEqual(
      Object.keys(MAY_IMPORT).sort(),
    );
  });

  test("lets no layer import one above it", () => {
    const up = imports
      .filter(isOwn)
      .map(({ file, to }) => ({ file, to, from: layerOf(file), into: layerOf(to) }))
      .filter(({ from, into }) => from !== into && !MAY_IMPORT[from]?.includes(into));
    expect(up.map(({ file, to }) => `${file} imports ${to}`)).toEqual([]);
  });

  test("is the one that ARCHITECTURE.md describes", () => {
    const document = readFileSync("ARCHITECTURE.md", "utf8");
    const described = [...document.matchAll(/^\| `src\/(\w+)` \|/gmu)].map(([, layer]) => layer);
    expect(described.sort()).toEqual(
      Object.keys(MAY_IMPORT)
        .filter((layer) => layer !== "entry")
        .sort(),
    );
  });

  test("has no circles of files that need each other to run", () => {
    expect(circles(imports.filter((one) => isOwn(one) && !one.typeOnly))).toEqual([]);
  });

  test("keeps rules from importing each other", () => {
    const rules = imports.filter(
      ({ file, to }) => file.startsWith("src/lint/rules/") && to.startsWith("src/lint/rules/"),
    );
    expect(rules).toEqual([]);
  });

  test("meets files, the process and the network only at the rim", () => {
    const met = imports.filter(
      ({ file, to, typeOnly }) =>
        to.startsWith("node:") &&
        !typeOnly &&
        !PURE.includes(to) &&
        !RIM.includes(layerOf(file)) &&
        !Object.keys(EXCEPTIONS).some((exception) => file.startsWith(exception)),
    );
    expect(met.map(({ file, to }) => `${file} imports ${to}`)).toEqual([]);
    const globals = files
      .filter((file) => !RIM.includes(layerOf(path(file.getFilePath()))))
      .filter((file) => !Object.keys(EXCEPTIONS).some((exception) => path(file.getFilePath()).startsWith(exception)))
      .filter((file) =>
        file
          .getDescendantsOfKind(SyntaxKind.Identifier)
          .some(
            (name) =>
              ["process", "console"].includes(name.getText()) &&
              isGlobal(name.getParent()?.getText() ?? "", name.getText()),
          ),
      );
    expect(globals.map((file) => path(file.getFilePath()))).toEqual([]);
  });

  test("uses each library where it is meant to be used", () => {
    const used = imports.filter(
      ({ to }) => !to.startsWith("src/") && !to.startsWith("node:") && !to.startsWith("cyanotype"),
    );
    const stray = used.filter(
      ({ file, to }) => !PACKAGES[layerOf(file)]?.some((name) => to === name || to.startsWith(`${name}/`)),
    );
    expect(stray.map(({ file, to }) => `${file} imports ${to}`)).toEqual([]);
  });

  test("has short files, and no name that says nothing", () => {
    const written = files.filter((file) => !file.getFilePath().includes(".generated."));
    const long = written
      .map((file) => [path(file.getFilePath()), file.getEndLineNumber()] as const)
      .filter(([, lines]) => lines > 400);
    expect(long).toEqual([]);
    expect(
      written
        .map((file) => path(file.getFilePath()))
        .filter((name) => /\/(?:utils?|helpers?|common|misc|types)\.ts$/u.test(name)),
    ).toEqual([]);
  });
});

const isGlobal = (context: string, name: string): boolean => context.startsWith(`${name}.`);

/** Groups of files that reach each other, by Tarjan's algorithm. */
function circles(edges: readonly Import[]): readonly string[] {
  const targets = new Map<string, string[]>();
  for (const { file, to } of edges) targets.set(file, [...(targets.get(file) ?? []), to]);
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[] = [];
  const visit = (file: string): void => {
    index.set(file, index.size);
    low.set(file, index.get(file) ?? 0);
    stack.push(file);
    for (const to of targets.get(file) ?? []) {
      if (!index.has(to)) visit(to);
      if (stack.includes(to)) low.set(file, Math.min(low.get(file) ?? 0, low.get(to) ?? 0));
    }
    if (low.get(file) !== index.get(file)) return;
    const group = stack.splice(stack.indexOf(file));
    if (group.length > 1) found.push(group.join(" ↔ "));
  };
  for (const file of targets.keys()) if (!index.has(file)) visit(file);
  return found;
}
