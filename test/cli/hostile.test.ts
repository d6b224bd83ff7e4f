import { spawn, spawnSync } from "node:child_process";
import { chmodSync, lstatSync, symlinkSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ENVIRONMENT, project, projectOf, scenarioFile } from "../load/project.ts";
import { COMMAND, run } from "./command.ts";
import { canRunWithoutRights, WITHOUT_RIGHTS } from "./without-rights.ts";

const WAIT = 'flow.step("Wait", tools.sleep({ duration: 3 }));';
const orders = (more: Readonly<Record<string, string>> = {}) => projectOf(scenarioFile(WAIT), more);
const author = (code: string) =>
  project({ "scenarios/a.scenario.ts": code, "scenarios/environments/test.yaml": ENVIRONMENT });

describe("the names of environments", () => {
  test.for(["..", "."])("`%s` leads out of the target folder, and is refused", (name) => {
    const files = orders({ [`scenarios/environments/${name}.yaml`]: ENVIRONMENT });
    const { code, stderr } = run(files.folder, ["compile"]);
    expect(code).toBe(2);
    expect(stderr).toContain("The file's name is no name of an environment");
  });

  test("are each given once", () => {
    const files = orders({ "scenarios/environments/test.yml": ENVIRONMENT });
    expect(run(files.folder, ["compile"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("Two files describe"),
    });
  });
});

describe("an author's file", () => {
  test.for(["setInterval(() => {}, 1000);", 'import { createServer } from "node:net"; createServer().listen(0);'])(
    "is not waited for when it has left something running: %s",
    (running) => {
      const files = orders({ "scenarios/a.scenario.ts": `${scenarioFile(WAIT)}${running}` });
      expect(run(files.folder, ["compile"])).toMatchObject({ code: 0, stderr: "" });
    },
  );

  test.for([
    ["ends the process", "process.exit(0);", "The file ends the process"],
    ["waits for ever", "await new Promise(() => {});", "A file waits for something that never comes"],
    [
      "leaves a rejection behind",
      'Promise.reject(new Error("late")); await new Promise((r) => setTimeout(r, 50));',
      "late",
    ],
    ["throws what cannot be shown", "throw Object.create(null);", "error"],
    [
      "exports what only looks like a scenario",
      'export const a = { kind: "scenario", slug: "../../x", flow: [] };',
      "exports no scenario",
    ],
  ] as const)("that %s is no success, and no stack", ([, code, message]) => {
    const { code: exit, stdout, stderr } = run(author(code).folder, ["compile"]);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /mu);
  });

  test.for([0, 1, 10, 100])("that ends the process %i ms later is no success", (milliseconds) => {
    const files = projectOf(`${scenarioFile(WAIT)}setTimeout(() => process.exit(0), ${milliseconds});`);
    const { code, stderr } = run(files.folder, ["compile", "--check"]);
    expect(code === 1 || (code === 2 && stderr === "A file ended the process before all was done\n")).toBe(true);
  });

  test("that never yields can be interrupted", async () => {
    const command = spawn(process.execPath, [COMMAND, "compile"], { cwd: author("while (true) {}").folder });
    await new Promise((done) => setTimeout(done, 1500));
    command.kill("SIGINT");
    expect(await new Promise((done) => command.once("exit", (_, signal) => done(signal)))).toBe("SIGINT");
  });
});

describe("a file to be checked", () => {
  test("in a folder is not passed over because it is no UTF-8", () => {
    const files = project({
      "good.json": '{"flow":[{"id":1,"module":"a:b","version":1}],"name":"x","metadata":{"version":1}}',
    });
    writeFileSync(files.path("bad.json"), Buffer.from("\ufeff{}", "utf16le"));
    expect(run(files.folder, ["lint", "."])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("not encoded as UTF-8"),
    });
  });

  test.skipIf(!canRunWithoutRights)("that cannot be read keeps no other from being checked", () => {
    const files = project({
      "a.json": '{"flow":[{"id":1,"module":"a:b","version":1}],"name":"x","metadata":{"version":1}}',
    });
    files.write({ "locked.json": "{}" });
    chmodSync(files.path("locked.json"), 0);
    chmodSync(files.folder, 0o755);
    const args = [COMMAND, "lint", "a.json", "locked.json", "--format", "json"];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: files.folder,
      encoding: "utf8",
      ...WITHOUT_RIGHTS,
    });
    expect(stderr).toContain("locked.json  error  There is no permission to read or write this\n");
    expect(JSON.parse(stdout)).toMatchObject({ files: 1 });
    expect(status).toBe(2);
  });

  test.for([
    ["none.json", "There is no such file or folder"],
    ["none/*.json", "No file matches"],
    ["empty", "The folder holds nothing to check"],
    ["broken", "This link leads to nothing"],
    ["loop", "This link leads to nothing"],
    ["", "The name of a file is empty"],
  ])("must be there: %j", ([name = "", message]) => {
    const files = project({ "empty/package.json": "{}" });
    symlinkSync("nowhere", files.path("broken"));
    symlinkSync("loop", files.path("loop"));
    expect(run(files.folder, ["lint", name])).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining(`error  ${message}`),
    });
  });

  test("is checked once, however many links lead to it", () => {
    const files = project({
      "d/a.json": '{"flow":[{"id":1,"module":"a:b","version":1}],"name":"x","metadata":{"version":1}}',
    });
    symlinkSync(".", files.path("d/self"));
    symlinkSync("a.json", files.path("d/b.json"));
    expect(JSON.parse(run(files.folder, ["lint", ".", "--format", "json"]).stdout)).toMatchObject({ files: 1 });
  });

  test("may have a reader that has seen enough", () => {
    const many = Array.from(
      { length: 20_000 },
      (_, id) => `{"id":${id + 1},"module":"a:b","mapper":{"x":"{{99999.x}}"}}`,
    );
    const files = project({ "a.json": `{"flow":[${many}],"name":"x","metadata":{"version":1}}` });
    const command = `"${process.execPath}" "${COMMAND}" lint a.json --format compact | head -n 1`;
    const { stdout, stderr } = spawnSync("sh", ["-c", command], { cwd: files.folder, encoding: "utf8" });
    expect(stdout.split("\n")).toHaveLength(2);
    expect(stderr).toBe("");
  });

  test.skipIf(process.platform === "win32")("has no name that is a command of a workflow", () => {
    const files = project({ "::error::a.json": '{"flow":[', " ::error::b.json": '{"flow":[' });
    const { stderr } = run(files.folder, ["lint", "."]);
    expect(stderr.match(/^\.\/.*::error::/gmu)).toHaveLength(2);
    expect(stderr).not.toMatch(/^\s*::/mu);
  });

  test.skipIf(process.platform === "win32").for(["/dev/zero", "pipe"])("is no link of a folder to %s", (target) => {
    const files = project({ "d/b.json": "{}" });
    spawnSync("mkfifo", [files.path("d/pipe")]);
    symlinkSync(target, files.path("d/a.json"));
    for (const pattern of ["d", "d/*.json"]) {
      expect(run(files.folder, ["lint", pattern])).toMatchObject({
        code: 2,
        stderr: expect.stringContaining("d/a.json  error  This is a device, not a file"),
      });
    }
  });

  test("is no device", () => {
    expect(run("/", ["lint", "/dev/zero"])).toMatchObject({ code: 2, stderr: expect.stringContaining("a device") });
  });

  test.for([
    '{"id":{"toString":1},"module":"x:y","version":1}',
    '{"id":1,"module":"x:y","version":1,"filter":{"conditions":[[{"a":"1","o":{"toString":1},"b":1}]]},"tools":[{"name":{"toString":1},"flow":[]}]}',
    '{"id":1,"module":"hitl:createRequest","version":1,"mapper":{"loop_id":{"toString":1}}}',
    '{"id":1,"module":"http:ActionSendData","version":3,"mapper":{"data":"{\\"constructor\\":1}","bodyType":"raw","method":"post","url":"https://api.hitl.sh/v1/loops/x/requests"}}',
  ])("may hold %s", (module) => {
    const files = project({ "a.json": `{"name":"n","flow":[${module}],"metadata":{"version":1}}` });
    for (const command of ["lint", "render"]) expect(run(files.folder, [command, "a.json"]).code).toBeLessThan(2);
  });
});

describe("what was printed before", () => {
  test("is refused when it holds copied modules", () => {
    const copied = '{"subflows":[{"flow":[{"id":50,"module":"gateway:CustomWebHook"}]}]}';
    const files = orders({ "dist-blueprints/test/orders.blueprint.json": copied });
    expect(run(files.folder, ["compile"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("copied modules"),
    });
  });

  test("gives no ids that numbers cannot count on from", () => {
    const lock =
      '{"name":"A","flow":[{"id":9007199254740991,"module":"x:y","metadata":{"designer":{"name":"Zed"}}}],"metadata":{"version":1}}';
    const files = orders({ "dist-blueprints/test/orders.blueprint.json": lock });
    expect(run(files.folder, ["compile"]).code).toBe(0);
    expect(
      JSON.parse(files.read("dist-blueprints/test/orders.blueprint.json")).flow.map(({ id }: { id: number }) => id),
    ).toEqual([1, 2]);
  });

  test("may be a link, which stays one", () => {
    const files = orders({
      "real.json": '{"name":"A","flow":[{"id":7,"module":"x:y"}],"metadata":{"version":1}}',
      "dist-blueprints/test/x": "",
    });
    symlinkSync(files.path("real.json"), files.path("dist-blueprints/test/orders.blueprint.json"));
    expect(run(files.folder, ["compile"]).code).toBe(0);
    expect(lstatSync(files.path("dist-blueprints/test/orders.blueprint.json")).isSymbolicLink()).toBe(true);
    expect(files.read("real.json")).toContain('"name": "Orders"');
  });
});
