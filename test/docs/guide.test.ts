import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runPage, shownCommands } from "../../scripts/guide-page.ts";

const GUIDE = "docs/guide";
const pages = readdirSync(GUIDE).filter((name) => name.endsWith(".md"));
const read = (name: string): string => readFileSync(join(GUIDE, name), "utf8");

describe("the guide", () => {
  test.concurrent.for(pages)("shows what its commands print, and is fresh: %s", (name) => {
    expect(runPage(read(name))).toBe(read(name));
  });

  test("runs all commands but those that need a network", () => {
    expect(pages.flatMap((name) => shownCommands(read(name)))).toEqual([
      "npm init -y && npm pkg set type=module",
      "npm install cyanotype typescript",
    ]);
  });
});
