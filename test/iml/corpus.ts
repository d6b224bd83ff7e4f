import { existsSync, readFileSync } from "node:fs";

// Blueprints out of public repositories; they stand beside the project, not in it.
const CORPUS = new URL("../../../shared/corpus/", import.meta.url);

export const hasCorpus = existsSync(CORPUS);

export interface CorpusText {
  readonly file: string;
  /** Whether Make's editor wrote the file; the others come from people, scripts and language models. */
  readonly isExport: boolean;
  /** Whether Make evaluates it: what a module is given, or a side of a filter's condition. */
  readonly isMapped: boolean;
  readonly text: string;
}

interface ManifestEntry {
  readonly id: string;
  readonly file: string;
  readonly split: string;
  readonly kind: string;
}

/** Every text of the corpus that holds `{{`. */
export function corpusTexts(): readonly CorpusText[] {
  const texts: CorpusText[] = [];
  const manifest = readJson("MANIFEST.json") as { readonly files: readonly ManifestEntry[] };
  for (const { id, file, split, kind } of manifest.files) {
    if (split !== "dev") continue;
    const collect = (value: unknown, isMapped: boolean): void => {
      if (typeof value === "string") {
        if (value.includes("{{")) texts.push({ file: id, isExport: kind === "export", isMapped, text: value });
      } else if (typeof value === "object" && value !== null) {
        for (const [key, child] of Object.entries(value)) {
          collect(child, key === "metadata" ? false : isMapped || key === "mapper" || key === "filter");
        }
      }
    };
    collect(readJson(file), false);
  }
  return texts;
}

const readJson = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(path, CORPUS), "utf8").replace(/^\uFEFF/, ""));
