import type { Browser, Page } from "playwright-core";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Project, projectOf, scenarioFile } from "../load/project.ts";
import { HAS_BROWSER, IN_A_BROWSER, startBrowser } from "../render/browser.ts";
import { serving } from "./serving.ts";

const SLEEP = (name: string): string => scenarioFile(`  flow.step("${name}", tools.sleep({ duration: 1 }));`);
const PATH = "dist-blueprints/test/orders.blueprint.json";

/** A browser for one test. */
async function openBrowser(): Promise<Browser> {
  const browser = await startBrowser();
  onTestFinished(() => browser.close());
  return browser;
}

/** A page, and all that the browser complains of in it. */
async function openPage(url: string): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const page = await (await openBrowser()).newPage();
  const complaints: string[] = [];
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("requestfailed", (request) => {
    // A page that is left does not listen any more.
    if (!request.url().includes("/events")) complaints.push(`${request.url()} failed`);
  });
  await page.goto(url);
  return { page, complaints };
}

describe.skipIf(!HAS_BROWSER)(`dev, ${IN_A_BROWSER}`, () => {
  const files = (): Project => projectOf(SLEEP("Wait"));

  test("leads from the list to a picture, which reloads by itself", async () => {
    const project = files();
    const { url, built } = await serving(project);
    const { page, complaints } = await openPage(url);
    await page.getByText("live", { exact: true }).waitFor();
    await page.getByRole("link", { name: "Orders" }).click();
    const picture = page.frameLocator("iframe");
    await picture.getByText("Wait", { exact: true }).first().waitFor();
    await picture.getByRole("button", { name: "Wait" }).press("Enter");
    await picture.getByRole("heading", { name: "Wait" }).waitFor();
    project.write({ "scenarios/a.scenario.ts": SLEEP("Rest") });
    await built();
    await picture.getByText("Rest", { exact: true }).first().waitFor();
    project.write({ "scenarios/a.scenario.ts": `${SLEEP("Rest")}const x = ;` });
    await page.getByText("stale: does not compile").waitFor();
    await picture.getByText("Rest", { exact: true }).first().waitFor();
    expect(await page.locator("pre").innerText()).toContain("scenarios/a.scenario.ts:");
    expect(complaints).toEqual([]);
  });

  test("says when nobody serves any more", async () => {
    const { url, interrupt } = await serving(files());
    const { page } = await openPage(`${url}view?of=${encodeURIComponent(PATH)}`);
    await page.getByText("live", { exact: true }).waitFor();
    await interrupt();
    await page.getByText("cyanotype dev is not running").waitFor();
  });

  test.for(["light", "dark"] as const)("is readable where a reader prefers %s", async (colorScheme) => {
    const { url } = await serving(files());
    const page = await (await openBrowser()).newPage({ colorScheme });
    await page.goto(url);
    const colors = await page.evaluate<readonly string[]>(
      "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]",
    );
    expect(colors).toEqual(
      colorScheme === "light" ? ["rgb(255, 255, 255)", "rgb(29, 36, 51)"] : ["rgb(16, 21, 31)", "rgb(237, 241, 247)"],
    );
  });
});
