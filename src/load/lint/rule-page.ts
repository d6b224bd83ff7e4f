import { existsSync, readFileSync } from "node:fs";
import { PACKAGE_FOLDER } from "../package-folder.ts";

/** The pages are published beside the code. */
const PAGES = new URL("docs/rules/", PACKAGE_FOLDER);

/** The page of a rule, in Markdown; nothing for one that has none. The id must be one of a rule. */
export function readRulePage(id: string): string | undefined {
  try {
    return readFileSync(new URL(`${id}.md`, PAGES), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Where the page of a rule is, for programs that open files by URL; nothing for one that has none. */
export function rulePageUrl(id: string): string | undefined {
  const page = new URL(`${id}.md`, PAGES);
  return existsSync(page) ? page.href : undefined;
}
