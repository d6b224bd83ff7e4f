import { existsSync, readFileSync } from "node:fs";

const VECTORS = new URL("../../../shared/vectors/", import.meta.url);

export const hasVectors = existsSync(VECTORS);

/** Templates that Make's editor wrote, or that Make's own pages print. */
export const wildTemplates = (): readonly string[] => readVectors("iml-wild.json") as string[];

/** Templates that cannot work, and why. */
export const brokenTemplates = (): readonly { readonly expr: string; readonly why: string }[] =>
  readVectors("iml-wild-invalid.json") as { expr: string; why: string }[];

export interface PublishedExample {
  readonly expr: string;
  readonly expected: unknown;
  /** A part of the error's message, where the expression fails. */
  readonly expectError?: string;
  /** Why what is printed cannot be true. */
  readonly docError?: string;
  /** The product that has the function, where scenarios of Make do not. */
  readonly dialect?: string;
  readonly context?: Readonly<Record<number, unknown>>;
  readonly timezone?: string;
  readonly needsNow?: string;
}

/** What Make's own pages, and those of products with the same language, print as examples. */
export const publishedExamples = (): readonly PublishedExample[] =>
  readVectors("iml-examples.json") as PublishedExample[];

/** Texts that Make documents as dates. */
export const dateTexts = (): readonly string[] =>
  (readVectors("iml-date-accept.json") as { accepted: string[] }).accepted;

const readVectors = (file: string): unknown => JSON.parse(readFileSync(new URL(file, VECTORS), "utf8"));
