import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { blueprint, setVariable, webhook } from "../lint/blueprints.ts";
import { ENVIRONMENT, type Project, project, projectOf, scenarioFile } from "../load/project.ts";
import { run } from "./command.ts";
import { eventsOf, serving } from "./serving.ts";

const sleep = (seconds: number, name = "Wait"): string =>
  scenarioFile(`  flow.step("${name}", tools.sleep({ duration: ${seconds} }));`);
const orders = (): Project => projectOf(sleep(1));
const ORDERS = "dist-blueprints/test/orders.blueprint.json";
const VIEW = `/view?of=${encodeURIComponent(ORDERS)}`;
const PICTURE = `/picture?of=${encodeURIComponent(ORDERS)}`;

describe("dev", () => {
  test("compiles, checks and serves", async () => {
    const files = orders();
    const { first, page } = await serving(files);
    expect(first).toMatch(/^Serving .*\n\n\d\d:\d\d:\d\d {2}.* · 2 files written\n$/u);
    expect(files.read(ORDERS)).toContain('"Wait"');
    expect(await page("/")).toContain(`<a href="/view?of=${encodeURIComponent(ORDERS)}">Orders</a>`);
    expect(await page(VIEW)).toContain("<title>Orders · Cyanotype</title>");
    expect(await page(PICTURE)).toContain("Wait");
  });

  test.for([
    ["as soon as it has built", 0],
    ["while it waits", 500],
  ] as const)("ends at once, with 0, %s", async ([, milliseconds]) => {
    const { interrupt } = await serving(orders());
    await wait(milliseconds);
    const begun = performance.now();
    expect(await interrupt()).toBe(0);
    expect(performance.now() - begun).toBeLessThan(1500);
  });

  test("ends at once while it builds what never ends", async () => {
    const files = orders();
    const { interrupt } = await serving(files);
    files.write({ "scenarios/a.scenario.ts": "while (true) {}" });
    await wait(800);
    const begun = performance.now();
    expect(await interrupt()).toBe(0);
    expect(performance.now() - begun).toBeLessThan(1500);
  });

  test.for([
    ["sends messages of its own", "process.send?.({ hello: 1 });"],
    [
      "starts what holds its output",
      'import { spawn } from "node:child_process";\nspawn("sleep", ["20"], { stdio: ["ignore", "ignore", "inherit"], detached: true }).unref();',
    ],
  ] as const)("serves on, and ends at once, when a scenario %s", async ([, code]) => {
    const files = orders();
    const { built, interrupt } = await serving(files);
    files.write({ "scenarios/a.scenario.ts": `${code}\n${sleep(2)}` });
    expect(await built()).toContain("1 file written");
    const begun = performance.now();
    expect(await interrupt()).toBe(0);
    expect(performance.now() - begun).toBeLessThan(1500);
  });

  test("serves on while its folder is gone", async () => {
    const files = orders();
    const { page, built } = await serving(files);
    renameSync(files.folder, `${files.folder}-away`);
    expect(await built()).toContain("The build does not start");
    expect(await page("/")).toContain("The build does not start");
    renameSync(`${files.folder}-away`, files.folder);
  });

  test.skipIf(process.platform === "win32")("leaves nothing behind when its terminal is closed", async () => {
    const files = orders();
    const { end } = await serving(files);
    const endless =
      'import { writeFileSync } from "node:fs";\nwriteFileSync("pid", `${process.pid}`);\nwhile (true) {}';
    files.write({ "scenarios/b.scenario.ts": endless });
    await expect.poll(() => existsSync(files.path("pid")), { timeout: 45_000 }).toBe(true);
    expect(await end("SIGHUP")).toBe(0);
    expect(() => process.kill(Number(files.read("pid")), 0)).toThrow("ESRCH");
  });

  test("tells open pages to reload, and serves what has changed", async () => {
    const files = orders();
    const { url, page, built } = await serving(files);
    const next = await eventsOf(url, ORDERS);
    const before = await next();
    expect(before).toMatch(/^event: reload\ndata: [0-9a-f]{64}$/u);
    files.write({ "scenarios/a.scenario.ts": sleep(1, "Rest a while") });
    expect(await built()).toContain("1 file written");
    expect(await next()).not.toBe(before);
    expect(await page(PICTURE)).toContain("Rest a while");
  });

  test("does not reload a page that stays as it is", async () => {
    const files = projectOf(sleep(1), {
      "scenarios/b.scenario.ts": scenarioFile("", { name: "Others" }),
    });
    const { url, built } = await serving(files);
    const next = await eventsOf(url, ORDERS);
    const before = await next();
    files.write({
      "scenarios/b.scenario.ts": scenarioFile('  flow.step("Wait", tools.sleep({ duration: 2 }));', { name: "Others" }),
    });
    await built();
    expect(await next()).toBe(before);
  });

  test("shows what does not compile with its place, and the last picture", async () => {
    const files = orders();
    const { page, built } = await serving(files);
    files.write({ "scenarios/a.scenario.ts": `${sleep(1)}\nconst x = "<script>" +;\n` });
    expect(await built()).toMatch(/^\nscenarios\/a\.scenario\.ts:\d+:\d+ {2}error {2}Unexpected token/u);
    for (const path of ["/", VIEW]) {
      const text = await page(path);
      expect(text).toMatch(/scenarios\/a\.scenario\.ts:\d+:\d+ {2}error {2}Unexpected token/u);
      expect(text).toContain("const x = &quot;&lt;script&gt;&quot; +;");
      expect(text).toContain("stale: does not compile");
    }
    expect(await page(PICTURE)).toContain("Wait");
    files.write({ "scenarios/a.scenario.ts": sleep(2) });
    await built();
    expect(await page(VIEW)).not.toContain("stale");
  });

  test("shows what an environment lacks", async () => {
    const files = orders();
    const { page, built } = await serving(files);
    files.write({ "scenarios/environments/test.yaml": "webhooks: {}\n" });
    expect(await built()).toContain("1 problem");
    expect(await page(VIEW)).toContain("stale: does not compile");
  });

  test("shows what the configuration lacks, with all pictures as they were", async () => {
    const files = orders();
    const { page, built } = await serving(files);
    files.write({ "cyanotype.config.yaml": "rule: 1\n" });
    expect(await built()).toContain("`rule` is not a known key");
    expect(await page("/")).toContain("stale: does not compile");
    rmSync(files.path("cyanotype.config.yaml"));
    await built();
    expect(await page("/")).not.toContain("stale");
  });

  test.skipIf(process.getuid?.() === 0)(
    "shows what cannot be written, and everything else (skipped for root, who may write anywhere)",
    async () => {
      const files = orders();
      mkdirSync(files.path("dist-blueprints"), { mode: 0o555 });
      const { first, page } = await serving(files);
      expect(first).toContain("There is no permission to read or write this");
      expect(await page(PICTURE)).toContain("Wait");
    },
  );

  test("shows scenarios that appear, and drops those that vanish or are renamed", async () => {
    const files = orders();
    const { page, built } = await serving(files);
    files.write({
      "scenarios/sub/b.scenario.ts": scenarioFile("", { name: "Others" }),
      "scenarios/sub/environments/test.yaml": ENVIRONMENT,
    });
    await built();
    expect(await page("/")).toContain(">Others</a>");
    files.write({ "scenarios/a.scenario.ts": scenarioFile("", { name: "Bills" }) });
    expect(await built()).toMatch(/files? written/u);
    expect(await page("/")).toMatch(/>Bills<\/a>/u);
    expect(await page("/")).not.toContain(">Orders</a>");
    expect(await page("/")).toContain(`2 files left over, which no scenario prints`);
    expect(await page(VIEW)).toContain("There is no such scenario");
    rmSync(files.path("scenarios/sub"), { recursive: true });
    await built();
    expect(await page("/")).not.toContain(">Others</a>");
  });

  test("goes on when its folder comes, goes, and comes back", async () => {
    const files = project();
    const { first, page, built } = await serving(files);
    expect(first).toContain("scenarios  error  There is no such file or folder");
    mkdirSync(files.path("new"));
    files.write({ "new/a.scenario.ts": sleep(1), "new/environments/test.yaml": ENVIRONMENT });
    renameSync(files.path("new"), files.path("scenarios"));
    await built();
    expect(await page("/")).toContain(">Orders</a>");
    renameSync(files.path("scenarios"), files.path("new"));
    expect(await built()).toContain("There is no such file or folder");
    renameSync(files.path("new"), files.path("scenarios"));
    await built();
    expect(await page("/")).toContain(">Orders</a>");
  });

  test("makes one build of saves in quick succession, and drops what is overtaken", async () => {
    const files = orders();
    const { page, built, isQuiet } = await serving(files);
    for (const seconds of [2, 3, 4, 5]) {
      files.write({ "scenarios/a.scenario.ts": sleep(seconds, `Wait ${seconds}`) });
      // The last ones come while the first ones are built.
      await wait(120);
    }
    const text = await built();
    expect(text.match(/\d\d:\d\d:\d\d {2}/gu)).toHaveLength(1);
    expect(await page(PICTURE)).toContain("Wait 5");
    expect(await isQuiet(800)).toBe(true);
  });

  test("survives a file that never ends, and one that ends the process", async () => {
    const files = orders();
    const { built, page } = await serving(files);
    files.write({ "scenarios/a.scenario.ts": "await new Promise(() => {});" });
    expect(await built()).toContain("A file waits for something that never comes");
    expect(await page("/")).toContain("A file waits for something that never comes");
    files.write({ "scenarios/a.scenario.ts": "while (true) {}" });
    await wait(800);
    files.write({ "scenarios/a.scenario.ts": sleep(3, "Wait again") });
    expect(await built()).toContain("file written");
    expect(await page(PICTURE)).toContain("Wait again");
  });

  test("shows blueprints, and writes nothing then", async () => {
    const json = (name: string) => JSON.stringify({ ...blueprint([webhook(), setVariable(2, "{{9.x}}")]), name });
    const files = project({ "exports/a.json": json("First <b>") });
    const { page, built } = await serving(files, "exports");
    expect(await page("/")).toContain(">First &lt;b&gt;</a>");
    expect(await page("/")).toContain("exports/a.json:1:");
    expect(await page(`/picture?of=${encodeURIComponent("exports/a.json")}`)).toContain("does not exist");
    files.write({ "exports/a.json": '{ "flow": [' });
    expect(await built()).toContain("exports/a.json:1:");
    expect(await page("/")).toContain("stale");
    files.write({ "exports/a.json": json("Second") });
    await built();
    expect(await page("/")).toContain(">Second</a>");
    expect(() => files.read(ORDERS)).toThrow();
  });

  test.for<[what: string, path: string, init: RequestInit, status: number]>([
    ["a page that is not there", "/scenarios/a.scenario.ts", {}, 404],
    ["a way out of its list", "/picture?of=../../../etc/passwd", {}, 404],
    ["a scenario that is not there", "/view?of=x", {}, 404],
    ["what would change something", "/", { method: "POST" }, 405],
    ["a look at the head", "/", { method: "HEAD" }, 200],
    ["the start page", "/?x=1", {}, 200],
  ])("answers to %s", async ([, path, init, status]) => {
    const { url } = await serving(orders());
    const response = await fetch(`${url.slice(0, -1)}${path}`, init);
    expect(response.status).toBe(status);
    expect(response.headers.get("cache-control")).toBe("no-store");
    if (init.method === "HEAD") expect(await response.text()).toBe("");
  });

  test("says that a port is taken, and names another", async () => {
    const files = orders();
    const { port } = new URL((await serving(files)).url);
    const { code, stderr } = run(files.folder, ["dev", "--port", port]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/Port \d+ is taken[\s\S]*Add `--port \d+`, or `--port 0` for any that is free/u);
  });

  test.for<[args: string[], message: string]>([
    [["--port", "70000"], "Give it a number from 0 to 65535"],
    [["--host", "203.0.113.7", "--port", "0"], "This machine cannot serve as `203.0.113.7`"],
    [["--host", ""], "`` is no value of `--host`"],
    [["-"], "What comes from stdin cannot change"],
  ])("refuses %j", ([args, message]) => {
    const { code, stderr } = run(orders().folder, ["dev", ...args]);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});
