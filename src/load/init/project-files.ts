// What a project has besides its scenarios.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { PACKAGE_FOLDER } from "../package-folder.ts";
import type { FileToWrite } from "../write-files.ts";
import type { CiService } from "./references.ts";

interface Package {
  readonly version: string;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** What a project's `package.json` says of how it is worked on. */
export interface Tooling {
  readonly type: "module";
  readonly scripts: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** The versions of other tools are those that this package was tried with. */
export function tooling(): Tooling {
  const { version, devDependencies } = JSON.parse(readPackaged("package.json")) as Package;
  const { typescript = "*", vitest = "*" } = devDependencies;
  return {
    type: "module",
    scripts: { compile: "cyanotype compile", check: "cyanotype check", test: "vitest run", types: "tsc" },
    devDependencies: { cyanotype: `^${version}`, typescript, vitest },
  };
}

/** Where each service looks for its file, and the example of the documents that it is. */
const PIPELINES: Readonly<Record<Exclude<CiService, "none">, { readonly path: string; readonly example: string }>> = {
  github: { path: ".github/workflows/cyanotype.yml", example: "docs/ci/github.yml" },
  gitlab: { path: ".gitlab-ci.yml", example: "docs/ci/gitlab.yml" },
};

/** The file that has a service run the gate. */
export function pipelineFile(service: CiService): FileToWrite | undefined {
  if (service === "none") return undefined;
  const { path, example } = PIPELINES[service];
  return { path, text: readPackaged(example) };
}

/** Settings of the tools that a project is worked on with; paths are those in the project. */
export function settingsFiles(folder: string): readonly FileToWrite[] {
  return [
    { path: "package.json", text: json({ name: packageName(basename(folder)), private: true, ...tooling() }) },
    { path: "tsconfig.json", text: json(TSCONFIG) },
    { path: "cyanotype.config.yaml", text: CONFIGURATION },
    { path: ".gitignore", text: "node_modules/\n" },
    { path: ".vscode/settings.json", text: json(EDITOR) },
  ];
}

const SCHEMAS = "./node_modules/cyanotype/schemas";

const TSCONFIG = {
  compilerOptions: {
    target: "es2023",
    module: "nodenext",
    types: [],
    strict: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    noEmit: true,
  },
  include: ["scenarios"],
};

const EDITOR = {
  "json.schemas": [{ fileMatch: ["*.blueprint.json"], url: `${SCHEMAS}/blueprint.schema.json` }],
  "yaml.schemas": {
    [`${SCHEMAS}/config.schema.json`]: "cyanotype.config.yaml",
    [`${SCHEMAS}/environment.schema.json`]: "scenarios/environments/*.yaml",
  },
};

const CONFIGURATION = `# yaml-language-server: $schema=${SCHEMAS}/config.schema.json

# What is checked, and how severely. \`npx cyanotype rules\` lists the rules, \`npx cyanotype explain <rule>\` tells why.
extends: recommended # or strict, or publish for what others are to import
`;

/** A name that npm takes. A package cannot be called like one that it needs. */
function packageName(folder: string): string {
  const name = folder
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^-|-$/gu, "")
    .slice(0, LONGEST_NAME);
  return name === "" || name in tooling().devDependencies ? `${name}-scenarios`.replace(/^-/u, "") : name;
}

const LONGEST_NAME = 200;

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const readPackaged = (path: string): string => readFileSync(new URL(path, PACKAGE_FOLDER), "utf8");
