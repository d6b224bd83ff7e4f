// A real browser, for tests of pages: Debian's Chromium, or the one that CHROMIUM_PATH names.

import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import { project } from "../load/project.ts";

const CHROMIUM = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
  (path) => path !== undefined && existsSync(path),
);

export const HAS_BROWSER = CHROMIUM !== undefined;
/** What the title of a test says that needs one. */
export const IN_A_BROWSER = HAS_BROWSER
  ? "in a real browser"
  : "in a real browser (skipped: no Chromium is installed; CHROMIUM_PATH names one)";

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM ?? "", chromiumSandbox: false });

/** Opens a page from a file, as somebody does who double-clicks it. It may neither fail nor ask anybody for anything. */
export async function openPage(
  browser: Browser,
  html: string,
  options: { readonly colorScheme?: "light" | "dark" } = {},
): Promise<Page> {
  const files = project({ "page.html": html });
  const address = pathToFileURL(files.path("page.html")).href;
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 }, ...options });
  const troubles: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("dialog", (dialog) => {
    troubles.push(`It asks: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url() !== address) troubles.push(`It loads ${request.url()}`);
  });
  onTestFinished(async () => {
    await page.close();
    expect(troubles).toEqual([]);
  });
  await page.goto(address);
  return page;
}
