import { mkdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileEach, compileFiles, flowsOf } from "../../src/load/compile-files.ts";
import { ENVIRONMENT, type Project, problemsOf, project, projectOf, scenarioFile } from "./project.ts";

const WAIT = 'flow.step("Wait", tools.sleep({ duration: 1 }));';
const TELL = 'flow.step("Tell", slack.createMessage({ connection: connection("slack"), channel: "#a", text: "Hi" }));';

const compileAll = (files: Project, names: readonly string[] = ["scenarios/a.scenario.ts"], env?: string) =>
  compileFiles(
    names.map((name) => files.path(name)),
    { out: files.path("out"), ...(env === undefined ? {} : { env }) },
  );
const refused = (files: Project, names?: readonly string[], env?: string) =>
  problemsOf(files, () => compileAll(files, names, env));

describe("files of scenarios", () => {
  test("are compiled for every environment beside them", async () => {
    const files = projectOf(scenarioFile(WAIT), { "scenarios/environments/other.yml": ENVIRONMENT });
    const printed = await compileAll(files);
    expect(printed.map(({ path, deployment }) => [path, deployment?.path])).toEqual([
      [files.path("out/other/orders.blueprint.json"), files.path("out/other/orders.deploy.json")],
      [files.path("out/test/orders.blueprint.json"), files.path("out/test/orders.deploy.json")],
    ]);
    expect(printed[0]?.text).toMatch(/^\{\n {2}"name": "Orders",[\s\S]*\n\}\n$/u);
    expect(JSON.parse(printed[0]?.deployment?.text ?? "")).toEqual({
      version: 1,
      name: "Orders",
      scheduling: { type: "immediately" },
    });
  });

  test("or for one of them", async () => {
    const files = projectOf(scenarioFile(WAIT), { "scenarios/environments/other.yaml": ENVIRONMENT });
    const printed = await compileAll(files, undefined, "test");
    expect(printed.map(({ environment }) => environment.name)).toEqual(["test"]);
  });

  test("take their environments from their own folders", async () => {
    const files = project({
      "one/a.scenario.ts": scenarioFile(WAIT, { name: "One" }),
      "one/environments/first.yaml": ENVIRONMENT,
      "two/b.scenario.ts": scenarioFile(WAIT, { name: "Two" }),
      "two/environments/second.yaml": ENVIRONMENT,
    });
    const printed = await compileAll(files, ["one/a.scenario.ts", "two/b.scenario.ts"]);
    expect(printed.map(({ scenario, environment }) => [scenario.name, environment.name])).toEqual([
      ["One", "first"],
      ["Two", "second"],
    ]);
  });

  test("know the author's line of everything that was printed", async () => {
    const files = projectOf(
      scenarioFile(`
  flow.step(
    "Tell",
    slack.createMessage({ connection: connection("slack"), channel: "#a", text: "Hi" }),
    { onError: onError.ignore() },
  );`),
    );
    const [printed] = await compileAll(files);
    const lineOf = (pointer: string) => {
      const { line, column } = printed?.sourceOf(pointer) ?? {};
      return [line, column];
    };
    expect(lineOf("/flow/0")).toEqual([6, 30]);
    expect(lineOf("/flow/1/mapper/text")).toEqual([9, 5]);
    expect(lineOf("/flow/1/onerror/0/module")).toEqual([8, 3]);
    expect(printed?.sourceOf("/metadata")).toBeUndefined();
  });

  test("keep the ids of what was printed before", async () => {
    const files = projectOf(scenarioFile(`${WAIT} ${TELL}`));
    const [first] = await compileAll(files);
    files.write({ "out/test/orders.blueprint.json": first?.text ?? "" });
    files.write({ "scenarios/b.scenario.ts": scenarioFile(TELL) });
    const [second] = await compileAll(files, ["scenarios/b.scenario.ts"]);
    expect(second && flowsOf(second.blueprint)[0]?.modules.map((module) => (module as { id: number }).id)).toEqual([
      1, 3,
    ]);
  });
});

describe("it is told", () => {
  test("which symbols have no value, where they are named", async () => {
    const files = projectOf(
      scenarioFile(`
  ${TELL}
  flow.step("Compose", tools.compose({ value: iml\`\${env("GREETING")}\` }));`),
      { "scenarios/environments/test.yaml": "webhooks: { orders: { id: 2 } }\n" },
    );
    expect(await refused(files)).toEqual([
      "scenarios/a.scenario.ts:8:66: `slack` has no value under `connections` in scenarios/environments/test.yaml\n  help: Add it to scenarios/environments/test.yaml",
      "scenarios/a.scenario.ts:9:57: `GREETING` has no value under `values` in scenarios/environments/test.yaml\n  help: Add it to scenarios/environments/test.yaml",
    ]);
  });

  test("what is wrong with an environment", async () => {
    const files = projectOf(scenarioFile(WAIT), { "scenarios/environments/test.yaml": "conections: {}\n" });
    expect(await refused(files)).toEqual([
      "scenarios/environments/test.yaml:1:1: `conections` is not a known key\n  help: Did you mean `connections`?",
    ]);
  });

  test("that there is no environment", async () => {
    const files = project({ "a.scenario.ts": scenarioFile(WAIT) });
    expect(await refused(files, ["a.scenario.ts"])).toEqual([
      "environments: There is no environment\n  help: Add environments/production.yaml with the ids of connections, webhooks and the like; the README shows one",
    ]);
  });

  test.for([
    ["tset", "Did you mean `test`? There are other, test"],
    ["production", "There are other, test"],
  ] as const)("that there is no environment of the name: %s", async ([env, help]) => {
    const files = projectOf(scenarioFile(WAIT), { "scenarios/environments/other.yaml": ENVIRONMENT });
    expect(await refused(files, undefined, env)).toEqual([
      `scenarios/environments: There is no environment \`${env}\`\n  help: ${help}`,
    ]);
  });

  test("that two scenarios would be printed to one file", async () => {
    const files = projectOf(scenarioFile(WAIT), { "scenarios/b.scenario.ts": scenarioFile(WAIT, { name: "ORDERS" }) });
    expect(await refused(files, ["scenarios/a.scenario.ts", "scenarios/b.scenario.ts"])).toEqual([
      expect.stringMatching(
        /^scenarios\/b\.scenario\.ts:5:\d+: The scenarios `ORDERS` and `Orders` would both be printed as `orders` \(the other is in a\.scenario\.ts:5\)\n {2}help: Rename one of them$/u,
      ),
    ]);
  });

  test("that two scenarios of one file have one name", async () => {
    const again =
      'export const again = scenario("orders", {}, (flow) => { flow.step("Wait", tools.sleep({ duration: 1 })); });';
    const [problem] = await refused(projectOf(`${scenarioFile(WAIT)}${again}`), ["scenarios/a.scenario.ts"]);
    expect(problem).toContain(
      "The scenarios `orders` and `Orders` would both be printed as `orders` (the other is in line 5)",
    );
  });

  test("not when one file only passes on what another one exports", async () => {
    const files = projectOf(scenarioFile(WAIT), { "scenarios/b.scenario.ts": 'export * from "./a.scenario.ts";\n' });
    const printed = await compileAll(files, ["scenarios/a.scenario.ts", "scenarios/b.scenario.ts"]);
    expect(printed.map(({ scenario }) => scenario.name)).toEqual(["Orders"]);
  });

  test("that what was printed before is broken, because ids depend on it", async () => {
    const files = projectOf(scenarioFile(WAIT), { "out/test/orders.blueprint.json": '{ "name": "Orders", "flow": [' });
    expect(await refused(files)).toEqual([
      expect.stringMatching(
        /^out\/test\/orders\.blueprint\.json:1:\d+: The blueprint printed before cannot be read, and steps keep their ids by it: .+\n {2}help: Restore it from version control; or delete it, and all steps get new ids$/u,
      ),
    ]);
  });

  test("by the file system, that a folder stands where a blueprint belongs", async () => {
    const files = projectOf(scenarioFile(WAIT));
    mkdirSync(files.path("out/test/orders.blueprint.json"), { recursive: true });
    await expect(compileAll(files)).rejects.toMatchObject({ code: "EISDIR" });
  });

  test("with everything that is wrong in any file, before anything is printed", async () => {
    const files = projectOf(scenarioFile(`\n  flow.step("", tools.sleep({ duration: 1 }));`), {
      "scenarios/b.scenario.ts": scenarioFile(`\n  flow.step("Long", tools.sleep({ duration: 500 }));`, {
        name: "Other",
      }),
    });
    const problems = await refused(files, ["scenarios/a.scenario.ts", "scenarios/b.scenario.ts"]);
    expect(problems.map((problem) => problem.split(": ")[0])).toEqual([
      "scenarios/a.scenario.ts:8:3",
      "scenarios/b.scenario.ts:8:13",
    ]);
  });
});

describe("what cannot be compiled", () => {
  test("keeps neither other files, nor scenarios, nor environments from it", async () => {
    const files = projectOf(scenarioFile(TELL), {
      "scenarios/environments/other.yaml": ENVIRONMENT.replace("slack", "slak"),
      "scenarios/environments/wrong.yaml": "nonsense: 1\n",
      "scenarios/syntax.scenario.ts": "nonsense(",
      "elsewhere/b.scenario.ts": scenarioFile(WAIT, { name: "Other" }),
      "elsewhere/environments/test.yaml": ENVIRONMENT,
      "nowhere/c.scenario.ts": scenarioFile(WAIT, { name: "Third" }),
    });
    const paths = ["scenarios/a", "scenarios/syntax", "elsewhere/b", "nowhere/c"].map((name) =>
      files.path(`${name}.scenario.ts`),
    );
    const { printed, problems, failed } = await compileEach(paths, { out: files.path("out") });
    expect(printed.map(({ scenario, environment }) => `${scenario.name} for ${environment.name}`)).toEqual([
      "Orders for test",
      "Other for test",
    ]);
    expect(problems.map(({ path = "" }) => path.replace(`${files.folder}/`, ""))).toEqual([
      "scenarios/syntax.scenario.ts",
      "scenarios/environments/wrong.yaml",
      "scenarios/a.scenario.ts",
      "nowhere/environments",
    ]);
    expect([...failed]).toEqual(paths.filter((path) => !path.includes("elsewhere")));
  });

  test("is told once, however many environments have it", async () => {
    const files = projectOf(scenarioFile(WAIT), {
      "scenarios/environments/other.yaml": ENVIRONMENT,
      "scenarios/a.editor.json": "{",
    });
    const { printed, problems } = await compileEach([files.path("scenarios/a.scenario.ts")], {
      out: files.path("out"),
    });
    expect([printed.length, problems.length]).toEqual([0, 1]);
  });

  test("may be a file that is not there", async () => {
    const { problems } = await compileEach(["/nowhere/a.scenario.ts"], { out: "/nowhere" });
    expect(problems).toEqual([{ path: "/nowhere/a.scenario.ts", message: "There is no such file or folder" }]);
  });
});
