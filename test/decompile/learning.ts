// Ways to have something learnt in a test.

import { type LearntApp, learnModules } from "../../src/decompile/learn.ts";
import { buildScenario, type Module } from "../../src/model/scenario.ts";
import { type JsonObject, module } from "../lint/blueprints.ts";

/** The modules of one export, in which they follow each other. */
export const modulesOf = (...flow: readonly JsonObject[]): readonly Module[] =>
  buildScenario({ name: "Test", flows: [{ pointer: "/flow", modules: flow }] }).modules;

const FIRST = module(1, "known:first");

/** A module with this metadata and these values, behind another one. */
export const exported = (more: JsonObject, type = "apify:runActor"): readonly Module[] =>
  modulesOf(FIRST, module(2, type, more)).slice(1);

/** An export that describes what is mapped by these fields. */
export const expecting = (expect: readonly unknown[], mapper: JsonObject = {}): readonly Module[] =>
  exported({ mapper, metadata: { expect } });

/** What is learnt from exports; the module that stands in front is known. */
export const learnFrom = (
  exports: readonly (readonly Module[])[],
  before?: Parameters<typeof learnModules>[2],
): readonly LearntApp[] => learnModules(exports.flat(), (type) => type === "known:first", before);

/** The code of the only app that is learnt. */
export function codeOf(...exports: readonly (readonly Module[])[]): string {
  const apps = learnFrom(exports);
  if (apps.length !== 1) throw new Error(`${apps.length} apps were learnt`);
  return apps[0]?.code ?? "";
}

/** The fields that the code declares in a section, on one line. */
export function fieldsIn(code: string, section: "parameters" | "mapper" | "output" = "mapper"): string {
  const start = code.indexOf(`\n  ${section}: {`);
  if (start < 0) return "";
  const [body = ""] = code.slice(start + section.length + 6).split(/\n {2}\},\n| \},\n {2}\w/u);
  return body
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/ \./gu, ".")
    .replaceAll(/([([]) /gu, "$1")
    .replaceAll(/,? ([)\]])/gu, "$1")
    .replaceAll(/, \}/gu, " }")
    .replace(/,$/u, "")
    .trim();
}

/** All that a test can compare of declarations: what is no function. */
export const comparable = (apps: readonly LearntApp[]): unknown =>
  JSON.parse(JSON.stringify(apps.map(({ modules, ...app }) => ({ ...app, modules: modules.map(plain) }))));

const plain = ({ name, declaration }: LearntApp["modules"][number]) => ({
  name,
  declaration: plainDeclaration(declaration),
});

/** A declaration as data: each field by its specification. */
export function plainDeclaration(declaration: LearntApp["modules"][number]["declaration"]): unknown {
  const specs = (fields: typeof declaration.mapper) =>
    fields && Object.entries(fields).map(([key, { spec, decode }]) => [key, spec, decode.name]);
  const { parameters, mapper, output, ...rest } = declaration;
  return { ...rest, parameters: specs(parameters), mapper: specs(mapper), output: specs(output) };
}
