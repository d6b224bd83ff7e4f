// Ways to have something decompiled in a test.

import { type BlueprintDocument, readBlueprint } from "../../src/blueprint/read.ts";
import { type Decompiled, decompile } from "../../src/decompile/decompile.ts";
import { catalogueModules, catalogueNamespaces, findKnown } from "../../src/decompile/known-functions.ts";
import { formatProblem } from "../../src/diagnostics/diagnostic.ts";
import { type DecompiledFiles, decompileFiles } from "../../src/load/decompile/decompile-files.ts";
import { environment } from "../dsl/printed.ts";
import { project } from "../load/project.ts";

/** The document in a file that holds this. */
export function documentOf(json: unknown): BlueprintDocument {
  const result = readBlueprint(typeof json === "string" ? json : JSON.stringify(json));
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return result.document;
}

const known = findKnown(catalogueModules());

/** What is written for a blueprint when only the catalogue is known. */
export const decompiled = (json: unknown, fileName = "orders"): Decompiled =>
  decompile(documentOf(json), { fileName, known, namespaces: catalogueNamespaces() });

/** Decompiles files with these contents, as the command does: they are read, written as source, run, and compared. */
export async function decompiledFiles(...contents: readonly unknown[]): Promise<DecompiledFiles> {
  const { path, write } = project();
  const names = contents.map((_, index) => `export-${index}.json`);
  write(Object.fromEntries(contents.map((content, index) => [names[index], asText(content)])));
  return decompileFiles(names.map(path), { environment: environment({ webhooks: {} }) });
}

const asText = (content: unknown): string => (typeof content === "string" ? content : JSON.stringify(content));

/** What is told of files, without their paths. */
export const told = ({ problems }: Pick<DecompiledFiles, "problems">): readonly string[] =>
  problems.map(({ path: _, span: __, ...problem }) => formatProblem(problem));
