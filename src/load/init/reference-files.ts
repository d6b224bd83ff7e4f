// A reference scenario of this package, as a project of its own begins with it.

import { readFileSync } from "node:fs";
import { PACKAGE_FOLDER } from "../package-folder.ts";
import type { FileToWrite } from "../write-files.ts";
import { exampleEnvironment } from "./example-environment.ts";
import type { ReferenceName } from "./references.ts";

/** The environment that the references are tried with: its modules import into any account. */
const PATTERN = "certain";

/** A reference scenario, its test, and an environment with all that it needs; paths are those in the project. */
export function referenceFiles(name: ReferenceName, env: string): readonly FileToWrite[] {
  const source = read(`${name}.scenario.ts`);
  return [
    { path: `scenarios/${name}.scenario.ts`, text: source },
    {
      path: `scenarios/${name}.test.ts`,
      text: read(`${name}.test.ts`).replaceAll(`dist-blueprints/${PATTERN}/`, `dist-blueprints/${env}/`),
    },
    {
      path: `scenarios/environments/${env}.yaml`,
      text: exampleEnvironment(read(`environments/${PATTERN}.yaml`), source),
    },
  ];
}

const read = (path: string): string => readFileSync(new URL(`scenarios/${path}`, PACKAGE_FOLDER), "utf8");
