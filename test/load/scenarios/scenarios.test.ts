import { describe, expect, test } from "vitest";
import { loadScenarios } from "../../../src/load/scenarios/scenarios.ts";
import { problemsOf, project, projectOf, scenarioFile } from "../project.ts";

const FILE = "scenarios/a.scenario.ts";
const load = async (text: string, more: Readonly<Record<string, string>> = {}) => {
  const files = projectOf(text, more);
  return problemsOf(files, () => loadScenarios([files.path(FILE)]));
};

describe("a file of scenarios", () => {
  test("gives all that it exports, in the order of the file, each once", async () => {
    const files = projectOf(
      `${scenarioFile("", { name: "Zebra" })}
export const first = scenario("Ant", {}, (flow) => { flow.step("Wait", tools.sleep({ duration: 1 })); });
export { first as again };
export const other = 5;
export default scenario("Default", {}, (flow) => { flow.step("Wait", tools.sleep({ duration: 1 })); });
const hidden = scenario("Hidden", {}, (flow) => { flow.step("Wait", tools.sleep({ duration: 1 })); });`,
    );
    const [file] = await loadScenarios([files.path(FILE)]);
    expect(file?.scenarios.map(({ name }) => name)).toEqual(["Zebra", "Ant", "Default"]);
    expect(file?.text).toBe(files.read(FILE));
  });

  test("may import from others, and wait for something at its top", async () => {
    const files = projectOf(
      scenarioFile(`flow.step("Wait", pause);`, {
        before: `import { pause } from "./shared/pause.ts";\nawait Promise.resolve();`,
      }),
      {
        "scenarios/shared/pause.ts": `import { tools } from "cyanotype/apps";\nexport const pause = tools.sleep({ duration: 1 });`,
      },
    );
    const [file] = await loadScenarios([files.path(FILE)]);
    expect(file?.scenarios[0]).toMatchObject({ flow: [{}, {}] });
  });

  test.for([
    ["enums", "enum Level { Low = 1, High = 2 }\nvoid Level.High;"],
    ["namespaces", "namespace Names { export const a = 1; }\nvoid Names.a;"],
    [
      "decorated types",
      "type Deep<T> = { readonly [K in keyof T]-?: Deep<T[K]> };\nconst deep = { a: 1 } satisfies Deep<{ a: 1 }>;\nvoid deep;",
    ],
    ["an abstract class", "abstract class A { constructor(readonly x: number, protected y?: string) {} }\nvoid A;"],
    ["Windows line ends", "const a = 1;\r\nvoid a;\r\n"],
    ["a byte order mark", "\ufeff"],
  ])("may hold %s", async ([, before]) => {
    expect(await load(scenarioFile("", { before }))).toEqual([]);
  });
});

describe("what is wrong is told at the author's line", () => {
  test("a mistake in a step, at its name", async () => {
    expect(
      await load(
        scenarioFile(`
  flow.step("Wait", tools.sleep({ duration: 5 }));
  flow.step(
    "Wait",
    tools.sleep({ duration: 0 }),
  );`),
      ),
    ).toEqual([
      "scenarios/a.scenario.ts:10:5: Step `Wait`: `duration` is 0, less than 1\n  help: Give a whole number from 1 to 300",
      "scenarios/a.scenario.ts:10:5: Two steps are called `Wait` (the first is in line 8)\n  help: Give each step a name of its own: its id is kept by it",
    ]);
  });

  test("a value joined to a text by JavaScript, with what was wrong before it", async () => {
    expect(
      await load(
        scenarioFile(`
  flow.step("", tools.sleep({ duration: 1 }));
  flow.step("Tell", tools.compose({ value: \`Hello \${order.note}\` }));`),
      ),
    ).toEqual([
      "scenarios/a.scenario.ts:8:3: A step has no name\n  help: Name it: the canvas shows the name, and its id is kept by it",
      "scenarios/a.scenario.ts:9:3: A value that is known only at run time was joined to a text by JavaScript\n  help: Write iml`… ${value} …`, which Make fills in at run time",
    ]);
  });

  test("a value refused outside of any scenario", async () => {
    const before = "const retry = onError.retry({ attempts: 0, everyMinutes: 1 });";
    expect(await load(scenarioFile("", { before }))).toEqual([
      "scenarios/a.scenario.ts:4:31: `attempts` is 0, less than 1\n  help: Give a whole number from 1 to 10000",
    ]);
  });

  test("a raw module that cannot be written", async () => {
    const before = 'const odd = raw.module({ module: "a:B", version: 1, mapper: { a: "{{1.x}}" } });';
    const [problem = ""] = await load(scenarioFile("", { before }));
    expect(problem).toMatch(/^scenarios\/a\.scenario\.ts:4:1: The plain text `\{\{1\.x\}\}` holds .*\n {2}help: /u);
  });

  test("an exception of the author's own", async () => {
    expect(
      await load(
        scenarioFile(`
  throw new RangeError("No more tea");`),
      ),
    ).toEqual(["scenarios/a.scenario.ts:8:3: No more tea"]);
  });

  test("an exception deep inside of what the author called", async () => {
    const nested = `${"[".repeat(10)}({ get x(): never { throw new RangeError("No more tea"); } })${"]".repeat(10)}`;
    const call = `http.makeRequest({ url: "https://x.io", method: "post", body: ${nested} as never })`;
    const [problem] = await load(
      scenarioFile(`\n  flow.step("Ask", ${call});`, { before: 'import { http } from "cyanotype/apps";' }),
    );
    expect(problem).toMatch(/^scenarios\/a\.scenario\.ts:8:3: /u);
  });

  test("an exception in a file that is imported", async () => {
    expect(
      await load(scenarioFile("", { before: 'import "./shared.ts";' }), {
        "scenarios/shared.ts": '\n\nthrow new Error("Not here.\\nSecond line");\n',
      }),
    ).toEqual([expect.stringMatching(/^scenarios\/shared\.ts:3:\d+: Not here$/u)]);
  });

  test.for<[string, string, string]>([
    ["a text", 'throw "out of tea";', "out of tea"],
    ["null", "throw null;", "null"],
    ["undefined", "throw undefined;", "undefined"],
    ["an error without words", "throw new Error();", "The file failed, and did not say why"],
    ["an object", "throw { code: 5 };", '{"code":5}'],
  ])("%s that is thrown", async ([, before, message]) => {
    const [problem = ""] = await load(scenarioFile("", { before }));
    expect(problem).toContain(message);
    expect(problem).toMatch(/^scenarios\/a\.scenario\.ts/u);
  });

  test.for<[string, string]>([
    ["a bracket that is not closed", "const a = (1 + ;\n"],
    ["a word where none belongs", "const const a = 1;\n"],
    ["a text that is not closed", 'const a = "abc\n'],
  ])("%s", async ([, before]) => {
    const problems = await load(scenarioFile("", { before }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^scenarios\/a\.scenario\.ts:[45]:\d+: [A-Z][^\n]*[^.]$/u);
  });

  test.for([
    ["a file", 'import "./missing.ts";', "./missing.ts"],
    ["a package", 'import "no-such-package";', "no-such-package"],
  ])("an import of %s that is not there", async ([, before, name]) => {
    const [problem = ""] = await load(scenarioFile("", { before }));
    expect(problem).toContain(`${name}`);
    expect(problem).toMatch(
      /^scenarios\/a\.scenario\.ts.*Cannot find (module|package) .*\n {2}help: Check the path, or install the package$/u,
    );
  });

  test("a file without scenarios", async () => {
    expect(await load("export const a = 1;\n")).toEqual([
      'scenarios/a.scenario.ts: The file exports no scenario\n  help: Export one: export const orders = scenario("Orders", {}, (flow) => { … })',
    ]);
  });

  test("in all files at once", async () => {
    const files = project({ "a.scenario.ts": "throw 1;", "b.scenario.ts": "", "c.scenario.ts": scenarioFile("") });
    const paths = ["a", "b", "c"].map((name) => files.path(`${name}.scenario.ts`));
    const problems = await problemsOf(files, () => loadScenarios(paths));
    expect(problems.map((problem) => problem.split(":")[0])).toEqual(["a.scenario.ts", "b.scenario.ts"]);
  });

  test("also in a folder whose name has brackets and blanks", async () => {
    const files = project({ "my (old) work/a.scenario.ts": scenarioFile(`\n  throw new Error("Here");`) });
    expect(await problemsOf(files, () => loadScenarios([files.path("my (old) work/a.scenario.ts")]))).toEqual([
      "my (old) work/a.scenario.ts:8:3: Here",
    ]);
  });
});
