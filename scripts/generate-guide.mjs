// Runs the pages of docs/guide and writes what their commands print. `--check` writes nothing and fails when a page does
// not show what happens. Pages named on the command line, or all.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createJiti } from "jiti";
import { writeOrCheck } from "./write-or-check.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { runPage } = await createJiti(import.meta.url).import("./guide-page.ts");
const named = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
const all = readdirSync(join(root, "docs/guide")).filter((name) => name.endsWith(".md"));
const pages = (named.length > 0 ? named : all).map((name) => `docs/guide/${name}`);
writeOrCheck(
  root,
  pages.map((page) => [page, runPage(readFileSync(join(root, page), "utf8"))]),
  "npm run docs",
);
