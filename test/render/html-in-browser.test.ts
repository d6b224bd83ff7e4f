import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatHtmlDiff } from "../../src/diff/formats/html.ts";
import { mergeStates } from "../../src/diff/merge-scenarios.ts";
import { buildScenario } from "../../src/model/scenario.ts";
import { formatHtml, type HtmlOptions } from "../../src/render/html.ts";
import { diffOf, sideOf } from "../diff/said.ts";
import { blueprint, type JsonObject, module, route, router, setVariable, webhook } from "../lint/blueprints.ts";
import { HAS_BROWSER, IN_A_BROWSER, openPage, startBrowser } from "./browser.ts";
import { HOSTILE } from "./hostile-names.ts";

const named = (name: string): JsonObject => ({ metadata: { designer: { x: 0, y: 0, name } } });
const send = (text: string): JsonObject =>
  module(3, "slack:CreateMessage", { version: 4, mapper: { channel: "#orders", text }, ...named("Tell the team") });
const flow: readonly JsonObject[] = [
  webhook(1, named("Order arrives")),
  setVariable(2, "{{1.total}}", named("Remember it")),
  router(8, [route(send("New: {{1.id}}\nof {{2.value}}")), route(setVariable(4, "", named("Put aside")))]),
];
const draw = (modules = flow, options: HtmlOptions = {}, name = "Orders"): string =>
  formatHtml(buildScenario({ name, flows: [{ pointer: "/flow", modules }] }), options);

/** What of the picture is seen. */
interface View {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}
async function viewOf(page: Page): Promise<View> {
  const box = await page.locator("main > svg").getAttribute("viewBox");
  const [x = 0, y = 0, width = 0] = (box ?? "").split(" ").map(Number);
  return { x, y, width };
}

const moduleCalled = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Where the middle of a module's bubble is on the screen. */
async function middleOf(page: Page, name: string): Promise<{ readonly x: number; readonly y: number }> {
  const box = await moduleCalled(page, name).locator("circle").first().boundingBox();
  if (box === null) throw new Error(`${name} is not drawn`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
async function clickModule(page: Page, name: string): Promise<void> {
  const { x, y } = await middleOf(page, name);
  await page.mouse.click(x, y);
}

describe.skipIf(!HAS_BROWSER)(`a page ${IN_A_BROWSER}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());
  const open = (html: string, options?: Parameters<typeof openPage>[2]) => openPage(browser, html, options);
  const details = (page: Page) => page.getByRole("complementary");

  test("shows the whole scenario at first", async () => {
    const page = await open(draw());
    for (const name of ["Order arrives", "Remember it", "Tell the team", "Put aside"]) {
      const { x, y } = await middleOf(page, name);
      expect(x > 0 && x < 1000 && y > 0 && y < 700, `${name} at ${x}, ${y}`).toBe(true);
    }
    expect(await details(page).isVisible()).toBe(false);
    expect(await page.title()).toBe("Orders");
  });

  test("tells what a clicked module is given, with the names of modules, and hides it again", async () => {
    const page = await open(draw());
    await clickModule(page, "Tell the team");
    expect(await details(page).getByRole("heading", { level: 2 }).innerText()).toBe("Tell the team");
    expect(await details(page).locator("dd").allInnerTexts()).toEqual([
      "#orders",
      "New: {{`Order arrives`.id}}\nof {{`Remember it`.value}}",
    ]);
    await details(page).getByRole("button", { name: "Close" }).click();
    expect(await details(page).isVisible()).toBe(false);
    await clickModule(page, "Put aside");
    await page.mouse.click(500, 690);
    expect(await details(page).isVisible()).toBe(false);
  });

  test("shows a clicked module beside its details, and not below them", async () => {
    const page = await open(draw());
    await page.keyboard.press("+");
    await page.keyboard.press("+");
    await clickModule(page, "Tell the team");
    const { x } = await middleOf(page, "Tell the team");
    expect(x).toBeLessThan((await details(page).boundingBox())?.x ?? 0);
  });

  test("shows the details below the module where there is little room", async () => {
    const page = await open(draw());
    await page.setViewportSize({ width: 400, height: 700 });
    await page.getByRole("searchbox").fill("#orders");
    await page.keyboard.press("Enter");
    const { x, y } = await middleOf(page, "Tell the team");
    const top = (await details(page).boundingBox())?.y ?? 0;
    expect([Math.abs(x - 200) < 3, Math.abs(y - top / 2) < 3]).toEqual([true, true]);
  });

  test("searches, counts, and brings what was found to the middle", async () => {
    const page = await open(draw());
    await page.getByRole("searchbox").fill("#orders");
    expect(await page.getByRole("status").innerText()).toBe("1 module");
    await page.keyboard.press("Enter");
    const { x, y } = await middleOf(page, "Tell the team");
    const free = (await details(page).boundingBox())?.x ?? 0;
    expect([Math.abs(x - free / 2) < 3, Math.abs(y - 350) < 3]).toEqual([true, true]);
    expect(await details(page).getByRole("heading", { level: 2 }).innerText()).toBe("Tell the team");
    await page.getByRole("searchbox").fill("no such thing");
    expect(await page.getByRole("status").innerText()).toBe("0 modules");
  });

  test("goes through what was found with Enter, and back with Shift", async () => {
    const page = await open(draw());
    await page.getByRole("searchbox").fill("set variable");
    const visited: string[] = [];
    for (const key of ["Enter", "Enter", "Enter", "Shift+Enter"]) {
      await page.keyboard.press(key);
      visited.push(`${await page.getByRole("status").innerText()}: ${await details(page).locator("h2").innerText()}`);
    }
    expect(visited).toEqual(["1 of 2: Remember it", "2 of 2: Put aside", "1 of 2: Remember it", "2 of 2: Put aside"]);
  });

  test("zooms with the wheel around the pointer, and with buttons and keys around the middle", async () => {
    const page = await open(draw());
    const whole = await viewOf(page);
    const before = await middleOf(page, "Tell the team");
    await page.mouse.move(before.x, before.y);
    await page.mouse.wheel(0, -300);
    await expect.poll(async () => (await viewOf(page)).width).toBeLessThan(whole.width / 1.5);
    const after = await middleOf(page, "Tell the team");
    expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(2);
    await page.getByRole("button", { name: "Fit" }).click();
    expect(await viewOf(page)).toEqual(whole);
    await page.getByRole("button", { name: "Larger" }).click();
    expect((await viewOf(page)).width).toBeCloseTo(whole.width / 1.25);
    await page.getByRole("button", { name: "Smaller" }).click();
    expect((await viewOf(page)).width).toBeCloseTo(whole.width);
    await page.keyboard.press("+");
    expect((await viewOf(page)).width).toBeCloseTo(whole.width / 1.25);
    await page.keyboard.press("f");
    expect(await viewOf(page)).toEqual(whole);
  });

  test("is dragged, without choosing the module that it is dragged by", async () => {
    const page = await open(draw());
    const before = await middleOf(page, "Remember it");
    await page.mouse.move(before.x, before.y);
    await page.mouse.down();
    await page.mouse.move(before.x + 120, before.y + 40, { steps: 4 });
    await page.mouse.up();
    const after = await middleOf(page, "Remember it");
    expect([after.x - before.x, after.y - before.y].map(Math.round)).toEqual([120, 40]);
    expect(await details(page).isVisible()).toBe(false);
  });

  test("is used with the keyboard alone", async () => {
    const page = await open(draw());
    await page.keyboard.press("/");
    await page.keyboard.type("aside");
    expect(await page.getByRole("searchbox").inputValue()).toBe("aside");
    await page.keyboard.press("Escape");
    expect(await page.getByRole("searchbox").inputValue()).toBe("");
    const before = await viewOf(page);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    const after = await viewOf(page);
    expect([after.x > before.x, after.y > before.y]).toEqual([true, true]);
    await page.getByRole("button", { name: "Fit" }).focus();
    const reached: (string | null)[] = [];
    for (let count = 0; count < 5; count++) {
      await page.keyboard.press("Tab");
      reached.push(await page.evaluate<string | null>('document.activeElement.getAttribute("aria-label")'));
    }
    expect(reached).toEqual(["Order arrives", "Remember it", "Router", "Tell the team", "Put aside"]);
    await page.keyboard.press("Enter");
    expect(await details(page).locator("h2").innerText()).toBe("Put aside");
    await page.keyboard.press("Escape");
    expect(await details(page).isVisible()).toBe(false);
  });

  test("brings a module that the keyboard reaches into view", async () => {
    const page = await open(
      draw(Array.from({ length: 60 }, (_, index) => setVariable(index + 1, "", named(`S${index}`)))),
    );
    for (let count = 0; count < 6; count++) await page.keyboard.press("+");
    await moduleCalled(page, "S59").focus();
    const { x, y } = await middleOf(page, "S59");
    expect(x > 0 && x < 1000 && y > 0 && y < 700, `${x}, ${y}`).toBe(true);
  });

  test("shows findings on the module, and in its details", async () => {
    const findings = [
      { pointer: "/flow/1/mapper/value", severity: "error", message: "It fails" },
      { pointer: "/flow/1", severity: "info", message: "It could be shorter" },
    ] as const;
    const page = await open(draw(flow, { findings }));
    expect(await page.getByText("5 modules · 2 findings").isVisible()).toBe(true);
    await clickModule(page, "Remember it, 2 findings");
    expect(await details(page).locator(".finding").allInnerTexts()).toEqual(["It fails", "It could be shorter"]);
    const color = await page.evaluate('getComputedStyle(document.querySelector("aside .error")).backgroundColor');
    expect(color).toBe("rgb(192, 28, 28)");
  });

  test("goes from finding to finding with a button, and with a key", async () => {
    const findings = [2, 0].map((index) => ({
      pointer: `/flow/${index}`,
      severity: "warning" as const,
      message: "It may fail",
    }));
    const page = await open(draw(flow, { findings }));
    await page.getByRole("button", { name: "Next finding" }).click();
    expect(await details(page).locator("h2").innerText()).toBe("Order arrives");
    await page.keyboard.press("n");
    expect(await details(page).locator("h2").innerText()).toBe("Router");
    await page.keyboard.press("Shift+N");
    expect(await details(page).locator("h2").innerText()).toBe("Order arrives");
    expect(await page.getByRole("status").innerText()).toBe("1 of 2");
    const plain = await open(draw());
    expect(await plain.getByRole("button", { name: /^Next/u }).count()).toBe(0);
  });

  test.for([
    ["light", "rgb(255, 255, 255)"],
    ["dark", "rgb(16, 21, 31)"],
  ] as const)("is %s where the reader's system is", async ([colorScheme, paper]) => {
    const page = await open(draw(), { colorScheme });
    const colors = await page.evaluate(
      '[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector(".paper")).fill]',
    );
    expect(colors).toEqual([paper, paper]);
  });

  test("stays as it is when the window gets another size", async () => {
    const page = await open(draw());
    const before = await viewOf(page);
    await page.setViewportSize({ width: 500, height: 700 });
    await expect.poll(async () => (await viewOf(page)).width).toBeCloseTo(before.width / 2);
  });

  test("shows hostile names as the text that they are", async () => {
    const modules = HOSTILE.map((name, index) =>
      module(index + 1, "slack:CreateMessage", { version: 4, ...named(name), mapper: { [name]: name } }),
    );
    const findings = HOSTILE.map((message, index) => ({
      pointer: `/flow/${index}`,
      severity: "error" as const,
      message,
    }));
    const page = await open(draw(modules, { findings }, HOSTILE[0]));
    for (const [index] of modules.entries()) {
      await page.locator("main [data-module]").nth(index).focus();
      await page.keyboard.press("Enter");
    }
    expect(await page.locator("script").count()).toBe(2);
    expect(await page.locator("img, iframe, a, b, object").count()).toBe(0);
    await page.locator('[data-module="0"]').focus();
    await page.keyboard.press("Enter");
    expect(await details(page).locator("h2").innerText()).toBe("<script>alert(1)</script>");
  });

  test("of a change tells what has become of a module, from what to what", async () => {
    const before = blueprint([...flow]);
    const after = blueprint([
      flow[0] as JsonObject,
      router(8, [route(send("Newer: {{1.id}}")), route(setVariable(4, "", named("Put aside")))]),
    ]);
    const page = await open(
      formatHtmlDiff({
        before: "a.json",
        after: "a.json",
        diff: diffOf(before, after),
        merged: () => mergeStates(sideOf(before), sideOf(after)),
        cover: (text) => text,
      }),
    );
    await clickModule(page, "Tell the team, changed");
    expect(await details(page).locator(".change").innerText()).toBe("Changed");
    expect(await details(page).locator(".lines").innerText()).toContain("Newer: {{Order arrives.id}}");
    await clickModule(page, "Remember it, removed");
    expect(await details(page).locator(".change").innerText()).toBe("Removed");
    await page.keyboard.press("Escape");
    const visited: string[] = [];
    for (let count = 0; count < 3; count++) {
      await page.getByRole("button", { name: "Next change" }).click();
      visited.push(await details(page).locator("h2").innerText());
    }
    expect(visited).toEqual(["Remember it", "Tell the team", "Remember it"]);
    await page.getByRole("searchbox").fill("removed");
    expect(await page.getByRole("status").innerText()).toBe("1 module");
  });
});
