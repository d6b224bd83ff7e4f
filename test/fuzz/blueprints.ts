import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { clean } from "../mutations/clean.ts";

const CORPUS = "../shared/corpus/dev";

/** Texts to be broken: the project's own clean blueprints, and others' where they are there. */
export function blueprintTexts(): readonly string[] {
  const own = Object.values(clean).map((blueprint) => JSON.stringify(blueprint, null, 2));
  if (!existsSync(CORPUS)) return own;
  const others = readdirSync(CORPUS).filter((name) => name.endsWith(".json"));
  return [...own, ...others.map((name) => readFileSync(join(CORPUS, name), "utf8"))].filter(
    ({ length }) => length < 100_000,
  );
}
