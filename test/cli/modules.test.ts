import { readdirSync, statSync, symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { blueprint, type JsonObject, module, webhook } from "../lint/blueprints.ts";
import { type Project, project } from "../load/project.ts";
import { run, transcript } from "./command.ts";

const shown = (files: Project, ...args: readonly string[]): string =>
  transcript(run(files.folder, ["modules", ...args]), files.folder);
const learn = (files: Project, ...args: readonly string[]): string =>
  shown(files, "learn", "exports", "-o", "learnt", ...args);

/** An export with these modules behind a webhook. */
const exportOf = (...modules: readonly JsonObject[]): string => JSON.stringify(blueprint([webhook(), ...modules]));

const runActor = (more: JsonObject = {}): JsonObject =>
  module(2, "apify:runActor", {
    parameters: { __IMTCONN__: 1 },
    mapper: { actorId: "x" },
    metadata: {
      parameters: [{ name: "__IMTCONN__", type: "account:apify", label: "Connection", required: true }],
      expect: [{ name: "actorId", type: "select", label: "Actor", required: true }],
    },
    ...more,
  });
const sendMail = module(3, "sendgrid:sendMail", { mapper: { to: "x" } });
const hitlRequest = module(4, "app#hitl-x1y2:CreateARequest", { version: 3, mapper: { loop_id: "x" } });

const APIFY = `// Learnt by \`cyanotype modules learn\`: run it again rather than edit.

import { app, field, observed } from "cyanotype";

const apify = app({ slug: "apify", name: "Apify", version: 1 });

export const runActor = apify.action("runActor", {
  label: "Run actor",
  summary: "Learnt from an export.",
  parameters: { __IMTCONN__: field.account("apify") },
  mapper: { actorId: field.remoteSelect("Actor").required() },
  evidence: observed(1),
});
`;

describe("one module", () => {
  test.for(["slack:CreateMessage", "webhooks.customWebhook", "hitl.createRequest"])("%s is told whole", (name) => {
    const text = shown(project(), name);
    expect(text).toMatchSnapshot();
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });

  test("that was learnt is told, too", () => {
    const files = project({ "exports/a.json": exportOf(runActor()) });
    learn(files);
    expect(shown(files, "runActor", "--learnt", "learnt")).toMatchInlineSnapshot(`
      "apify.runActor  Apify › Run actor
      apify:runActor@1 · action · learnt, seen in 1 export

      Learnt from an export.

      Takes (* must be given)
        connection *  connection  Connection
        actorId *     text        Actor
      [exit code 0]"
    `);
  });
});

describe("modules learn", () => {
  test("writes a file for each app, and says what is new", () => {
    const files = project({ "exports/a.json": exportOf(runActor(), sendMail) });
    expect(learn(files)).toBe(
      "new        learnt/apify.ts  1 module; new: runActor\n" +
        "new        learnt/sendgrid.ts  1 module; new: sendMail\n" +
        "1 export: 2 modules of 2 apps learnt; the catalogue has 1 more\n[exit code 0]",
    );
    expect(files.read("learnt/apify.ts")).toBe(APIFY);
  });

  test("writes nothing the second time", () => {
    const files = project({ "exports/a.json": exportOf(runActor()) });
    learn(files);
    const before = statSync(files.path("learnt/apify.ts")).mtimeMs;
    expect(learn(files)).toBe(
      "unchanged  learnt/apify.ts  1 module\n" +
        "1 export: 1 module of 1 app learnt; the catalogue has 1 more\n[exit code 0]",
    );
    expect(statSync(files.path("learnt/apify.ts")).mtimeMs).toBe(before);
  });

  test("adds to what was learnt before, and says what changed", () => {
    const files = project({ "exports/a.json": exportOf(runActor()) });
    learn(files);
    files.write({
      "exports/a.json": exportOf(
        runActor({ mapper: {} }),
        module(5, "apify:getRun", { mapper: { id: 1 } }),
        module(6, "clicksend:sendSms", { mapper: { to: 1 } }),
      ),
    });
    expect(learn(files)).toBe(
      "changed    learnt/apify.ts  2 modules; new: getRun; changed: runActor\n" +
        "new        learnt/clicksend.ts  1 module; new: sendSms\n" +
        "1 export: 3 modules of 2 apps learnt; the catalogue has 1 more\n[exit code 0]",
    );
    expect(files.read("learnt/apify.ts")).toContain('mapper: { actorId: field.remoteSelect("Actor") }');
  });

  test("keeps what was learnt when no export has it any more", () => {
    const files = project({ "exports/a.json": exportOf(runActor()) });
    learn(files);
    files.write({ "exports/a.json": exportOf(sendMail) });
    expect(learn(files)).toContain("unchanged  learnt/apify.ts  1 module\n");
    expect(files.read("learnt/apify.ts")).toBe(APIFY);
  });

  test("makes files that a scenario can use", () => {
    const files = project({
      "exports/a.json": exportOf(runActor()),
      "scenarios/environments/test.yaml": "connections: { apify: 7 }\n",
      "scenarios/a.scenario.ts": `
        import { connection, scenario } from "cyanotype";
        import * as apify from "../learnt/apify.ts";
        export const a = scenario("A", {}, (flow) => {
          flow.step("Run", apify.runActor({ connection: connection("apify"), actorId: "x" }));
        });`,
    });
    learn(files);
    expect(run(files.folder, ["compile"]).stderr).toBe("");
    expect(JSON.parse(files.read("dist-blueprints/test/a.blueprint.json")).flow[0]).toMatchObject({
      module: "apify:runActor",
      parameters: { __IMTCONN__: 7 },
      mapper: { actorId: "x" },
    });
  });

  test("says when there is nothing to learn", () => {
    const files = project({ "exports/a.json": exportOf() });
    expect(learn(files)).toBe("1 export: nothing to learn; the catalogue has 1 of their modules\n[exit code 0]");
    expect(readdirSync(files.folder)).toEqual(["exports"]);
  });

  test("reads stdin, and modules copied in the editor", () => {
    const files = project();
    const input = JSON.stringify({ subflows: [{ flow: [runActor()] }] });
    expect(run(files.folder, ["modules", "learn", "-", "-o", "learnt"], { input }).stdout).toContain(
      "new        learnt/apify.ts",
    );
  });

  test("tells of all files that cannot be read, and writes nothing", () => {
    const files = project({
      "exports/a.json": exportOf(runActor()),
      "exports/b.json": '{ "flow": ',
      "exports/c.json": '{ "flow": [1], "flow": [2] }',
      "exports/d.scenario.ts": "",
    });
    const text = shown(files, "learn", "exports", "exports/d.scenario.ts", "none.json", "-o", "learnt");
    for (const name of ["exports/b.json:1", "exports/c.json:1", "none.json"]) expect(text).toContain(name);
    expect(text).toContain("[exit code 2]");
    expect(readdirSync(files.folder)).toEqual(["exports"]);
  });

  test("refuses scenarios in TypeScript", () => {
    const files = project({ "a.scenario.ts": "throw 1;" });
    expect(shown(files, "learn", "a.scenario.ts", "-o", "learnt")).toBe(
      "[stderr]\na.scenario.ts  error  A scenario in TypeScript has nothing to teach: its modules are declared already\n" +
        "  help    Give exports of Make's editor\n[exit code 2]",
    );
  });

  test("refuses to replace a file that somebody else wrote, and writes none", () => {
    const files = project({
      "exports/a.json": exportOf(runActor(), sendMail),
      "learnt/apify.ts": "export const mine = 1;\n",
    });
    expect(learn(files)).toBe(
      "[stderr]\nlearnt/apify.ts  error  The file is in the way: `modules learn` did not write it\n" +
        "  help    Move it, or give another folder with --out\n[exit code 2]",
    );
    expect(readdirSync(files.path("learnt"))).toEqual(["apify.ts"]);
    expect(files.read("learnt/apify.ts")).toBe("export const mine = 1;\n");
  });

  test("leaves other files of the folder alone", () => {
    const files = project({ "exports/a.json": exportOf(runActor()), "learnt/mine.ts": "throw 1;", "learnt/x.md": "" });
    expect(learn(files)).toContain("[exit code 0]");
  });

  test("tells of a learnt file that does not run any more", () => {
    const files = project({ "exports/a.json": exportOf(sendMail), "learnt/apify.ts": APIFY.replace("app({", "app(") });
    expect(learn(files)).toMatch(/^\[stderr\]\nlearnt\/apify\.ts:5:\d+ {2}error [\s\S]*\[exit code 2\]$/u);
  });

  test("never writes outside of the folder, whatever apps are called", () => {
    const slugs = ["../up", "/abs", "a/../../b", "..", "nul", "C:\\x"];
    const modules = slugs.map((slug, position) => module(position + 2, `${slug}:x`, { mapper: { a: 1 } }));
    const files = project({ "exports/a.json": exportOf(...modules) });
    expect(learn(files)).toContain("[exit code 0]");
    expect(readdirSync(files.folder).sort()).toEqual(["exports", "learnt"]);
    expect(readdirSync(files.path("learnt")).sort()).toEqual([
      "a-b.ts",
      "abs.ts",
      "app.ts",
      "c.ts",
      "nul-app.ts",
      "up.ts",
    ]);
  });

  test("does not follow a link to a file that it did not write", () => {
    const files = project({ "exports/a.json": exportOf(runActor()), "other.ts": "1;\n", "learnt/x.md": "" });
    symlinkSync(files.path("other.ts"), files.path("learnt/apify.ts"));
    expect(learn(files)).toContain("The file is in the way");
    expect(files.read("other.ts")).toBe("1;\n");
  });

  test("asks for a folder", () => {
    const files = project({ "exports/a.json": exportOf() });
    expect(shown(files, "learn", "exports")).toContain("error  `cyanotype modules learn` is given no `--out`");
  });
});

describe("modules learn, of HITL.sh's app,", () => {
  const LINES = "moduleIds:\n  hitl:createRequest: { module: app#hitl-x1y2:CreateARequest, version: 3 }\n";
  const hitlProject = (environment?: string): Project =>
    project({
      "exports/a.json": exportOf(hitlRequest),
      ...(environment === undefined ? {} : { "test.yaml": environment }),
    });

  test("prints the real ids for an environment", () => {
    expect(learn(hitlProject())).toContain(`(or give --environment):\n\n${LINES}`);
  });

  test("sets them in the environment, where comments stay", () => {
    const files = hitlProject("# ours\nconnections: { slack: 1 } # the team's\n\nvalues:\n    a: 'b' # four\n");
    expect(learn(files, "--environment", "test.yaml")).toContain(
      "changed    test.yaml  hitl:createRequest is app#hitl-x1y2:CreateARequest\n",
    );
    expect(files.read("test.yaml")).toMatch(
      /^# ours\nconnections: \{ slack: 1 \} # the team's\n\nvalues:\n +a: 'b' # four\n/u,
    );
    expect(files.read("test.yaml")).toContain(LINES);
    expect(learn(files, "--environment", "test.yaml")).toContain("unchanged  test.yaml\n");
  });

  test.for<[state: string, text: string]>([
    ["is empty", ""],
    ["has only comments", "# nothing yet\n"],
    ["has an empty section", "moduleIds:\n"],
    ["has another id", "moduleIds: { 'hitl:createRequest': { module: 'app#hitl-x1y2:CreateARequest', version: 2 } }\n"],
    ["has Windows line ends", "values: {}\r\n"],
  ])("sets them in an environment that %s", ([, text]) => {
    const files = hitlProject(text);
    expect(learn(files, "--environment", "test.yaml")).toContain("changed    test.yaml");
    expect(files.read("test.yaml")).toMatch(/app#hitl-x1y2:CreateARequest'?, version: 3 \}/u);
    expect(/(?<!\r)\n/u.test(files.read("test.yaml"))).toBe(!text.includes("\r"));
    expect(learn(files, "--environment", "test.yaml")).toContain("unchanged  test.yaml");
  });

  test("makes the environment when there is none", () => {
    const files = hitlProject();
    expect(learn(files, "--environment", "environments/new.yaml")).toContain("new        environments/new.yaml");
    expect(files.read("environments/new.yaml")).toBe(LINES);
  });

  test("refuses an environment that is none, and ids of two organisations", () => {
    expect(learn(hitlProject("conections: {}\n"), "--environment", "test.yaml")).toContain("[exit code 2]");
    const files = project({
      "exports/a.json": exportOf(hitlRequest),
      "exports/b.json": exportOf({ ...hitlRequest, module: "app#hitl-z:CreateRequest" }),
    });
    expect(learn(files, "--environment", "test.yaml")).toContain(
      "The exports have two modules for `hitl:createRequest`",
    );
    expect(learn(files)).toContain(
      `${LINES}  # or: hitl:createRequest: { module: app#hitl-z:CreateRequest, version: 3 }\n`,
    );
  });
});

describe("modules", () => {
  test("lists all, in lines of at most 100 characters", () => {
    const text = shown(project());
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
    expect(text).toContain(
      "  airtable.createRecord   airtable:ActionCreateRecord@3   action           seen in 20 exports\n",
    );
    expect(text).toContain("      documented: the pattern files that Make publishes\n");
    expect(text).toContain("[exit code 0]");
  });

  test("lists those with the words in id, app, label or call, in any case", () => {
    expect(shown(project(), "SEND", "gmail")).toMatchInlineSnapshot(`
      "Gmail
        gmail.sendAnEmail  google-email:sendAnEmail@4  action  seen in 32 exports

      Gmail
        gmailLegacy.sendEmail  google-email:ActionSendEmail@2  action  seen in 23 exports
      [exit code 0]"
    `);
  });

  test("lists what was learnt", () => {
    const files = project({ "exports/a.json": exportOf(runActor(), runActor({ id: 3, module: "apify:runTask" })) });
    learn(files);
    expect(shown(files, "apify", "--learnt", "learnt")).toMatchInlineSnapshot(`
      "Apify
        apify.runActor  apify:runActor@1  action  learnt, seen in 1 export
        apify.runTask   apify:runTask@1   action  learnt, seen in 1 export
      [exit code 0]"
    `);
  });

  test("prints JSON", () => {
    const files = project({ "learnt/apify.ts": APIFY });
    const { stdout } = run(files.folder, ["modules", "apify:", "--format", "json", "--learnt", "learnt"]);
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      modules: [
        {
          module: "apify:runActor",
          version: 1,
          app: "Apify",
          label: "Run actor",
          summary: "Learnt from an export.",
          kind: "action",
          call: "apify.runActor",
          evidence: { level: "observed", exports: 1 },
          learntIn: "learnt/apify.ts",
        },
      ],
    });
  });

  test.for([
    [["gmial"], "Did you mean `Gmail`?"],
    [["slakc", "message"], "Did you mean `Slack`?"],
    [["zzzzzzzz"], "An export of the module teaches it"],
  ] as const)("that are called %j are not there, exit code 2", ([words, help]) => {
    const text = shown(project(), ...words);
    expect(text).toContain(`error  No module is known for \`${words.join(" ")}\`\n  help    ${help}`);
    expect(text).toContain("[exit code 2]");
  });

  test("refuses a folder in which nothing was learnt", () => {
    expect(shown(project(), "--learnt", "none")).toBe(
      "[stderr]\nnone  error  The folder holds no learnt modules\n" +
        "  help    Learn some: cyanotype modules learn 'exports/*.json' --out <folder>\n[exit code 2]",
    );
  });

  test.for([["--help"], ["learn", "--help"]])("%j shows examples", (args) => {
    expect(shown(project(), ...args)).toMatch(/^Usage: cyanotype modules[\s\S]*\nExamples:\n[\s\S]*\[exit code 0\]$/u);
  });
});
