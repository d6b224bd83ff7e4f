import { existsSync, readFileSync } from "node:fs";

const VECTORS = new URL("../../../shared/vectors/", import.meta.url);

export const hasVectors = existsSync(VECTORS);

/** Templates that Make's editor wrote, or that Make's own pages print. */
export const wildTemplates = (): readonly string[] => readVectors("iml-wild.json") as string[];

/** Templates that cannot work, and why. */
export const brokenTemplates = (): readonly { readonly expr: string; readonly why: string }[] =>
  readVectors("iml-wild-invalid.json") as { expr: string; why: string }[];

/** Published examples; some come from other products that share the language. */
export const publishedExamples = (): readonly { readonly expr: string; readonly dialect?: string }[] =>
  readVectors("iml-examples.json") as { expr: string; dialect?: string }[];

const readVectors = (file: string): unknown => JSON.parse(readFileSync(new URL(file, VECTORS), "utf8"));
