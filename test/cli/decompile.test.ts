import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type JsonObject, module, setVariable } from "../lint/blueprints.ts";
import { COMMAND, run, transcript } from "./command.ts";
import { compiled, decompile, exportsOf, message, named, orders, runActor, shown, writtenIn } from "./exports.ts";

describe("decompile", () => {
  test("writes a scenario, what only the editor needs, learnt modules and the ids of the account", () => {
    const files = exportsOf({ "orders.json": orders });
    expect(shown(files, "orders.json")).toMatchInlineSnapshot(`
      "new        scenarios/orders.scenario.ts  Orders, 6 modules (1 learnt)
      new        scenarios/orders.editor.json
      new        scenarios/modules/apify.ts
      new        scenarios/environments/production.yaml  2 connections, 1 webhook added
      1 scenario proved: compiled, it gives the same blueprint back
      [exit code 0]"
    `);
    expect(writtenIn(files)).toEqual([
      "scenarios/environments/production.yaml",
      "scenarios/modules/apify.ts",
      "scenarios/orders.editor.json",
      "scenarios/orders.scenario.ts",
    ]);
    expect(files.read("scenarios/orders.scenario.ts")).toMatchInlineSnapshot(`
      "import { connection, iml, scenario, webhook } from "cyanotype";
      import { slack, tools, webhooks } from "cyanotype/apps";
      import * as apify from "./modules/apify.ts";

      interface OrderArrives {
        id: string;
        customer: { email: string };
        kind: string;
        total: string;
      }

      export const orders = scenario("Orders", {}, (flow) => {
        const orderArrives = flow.trigger(
          "Order arrives",
          webhooks.customWebhook<OrderArrives>({ webhook: webhook("orders"), maxResults: 1 }),
        );
        flow.step(
          "Tell the team",
          slack.createMessage({
            connection: connection("slack"),
            channel: "C024BE91L",
            text: iml\`Order \${orderArrives.id} of \${orderArrives.customer.email}\`,
            parse: false,
          }),
        );
        flow.step("Run actor", apify.runActor({ connection: connection("apify"), actorId: "news", limit: 5 }));
        flow.match("Router", orderArrives.kind, {
          gift: (flow) => {
            flow.step("Set variable v", tools.setVariable({ name: "v", value: orderArrives.total }));
          },
          sale: (flow) => {
            flow.step("Set variable v 2", tools.setVariable({ name: "v", value: 0 }));
          },
        });
      });
      "
    `);
    expect(files.read("scenarios/environments/production.yaml")).toMatchInlineSnapshot(`
      "# Ids of this account, by the names that scenarios use. Names may be changed here and there together.

      connections:
        slack: 101
        apify: 202
      webhooks:
        orders: { id: 301 }
      "
    `);
    expect(compiled(files)).toEqual(orders);
  });

  test("writes where it is told to", () => {
    const files = exportsOf({ "orders.json": orders });
    expect(
      shown(files, "orders.json", "-o", "src/flows/incoming.scenario.ts", "--env", "staging"),
    ).toMatchInlineSnapshot(`
      "new        src/flows/incoming.scenario.ts  Orders, 6 modules (1 learnt)
      new        src/flows/incoming.editor.json
      new        src/flows/modules/apify.ts
      new        src/flows/environments/staging.yaml  2 connections, 1 webhook added
      1 scenario proved: compiled, it gives the same blueprint back
      [exit code 0]"
    `);
    expect(writtenIn(files)).toEqual([
      "src/flows/environments/staging.yaml",
      "src/flows/incoming.editor.json",
      "src/flows/incoming.scenario.ts",
      "src/flows/modules/apify.ts",
    ]);
  });

  test("does not write several scenarios into one file", () => {
    const files = exportsOf({ "a.json": orders, "b.json": orders });
    expect(shown(files, "a.json", "b.json", "-o", "a.scenario.ts")).toMatchInlineSnapshot(`
      "[stderr]
      a.scenario.ts is one file, and these are 2 blueprints: give --out a folder
      [exit code 2]"
    `);
  });

  test("prints the source of one", () => {
    const files = exportsOf({ "a.json": named("A", [setVariable(2, "{{1.id}}")]), "b.json": orders });
    expect(shown(files, "a.json", "--stdout")).toMatchInlineSnapshot(`
      "import { scenario, webhook } from "cyanotype";
      import { tools, webhooks } from "cyanotype/apps";

      export const a = scenario("A", {}, (flow) => {
        const orderArrives = flow.trigger(
          "Order arrives",
          webhooks.customWebhook<{ id: string }>({ webhook: webhook("orders"), maxResults: 1 }),
        );
        flow.step("Set variable v", tools.setVariable({ name: "v", value: orderArrives.id }));
      });
      [exit code 0]"
    `);
    expect(shown(files, "a.json", "b.json", "--stdout")).toMatchInlineSnapshot(`
      "[stderr]
      --stdout prints one scenario, and these are 2
      [exit code 2]"
    `);
    expect(writtenIn(files)).toEqual([]);
  });

  test("takes a folder, in which it passes over what is no blueprint", () => {
    const files = exportsOf({
      "exports/a.json": named("Same", [message(2, "a")]),
      "exports/deep/b.json": named("Same", [message(2, "b")]),
      "exports/deep/c.json": orders,
      "exports/package.json": { name: "x" },
    });
    expect(shown(files, "exports")).toMatchInlineSnapshot(`
      "new        scenarios/same.scenario.ts  Same, 2 modules
      new        scenarios/same.editor.json
      new        scenarios/same-2.scenario.ts  Same 2, 2 modules
      new        scenarios/same-2.editor.json
      new        scenarios/orders.scenario.ts  Orders, 6 modules (1 learnt)
      new        scenarios/orders.editor.json
      new        scenarios/modules/apify.ts
      new        scenarios/environments/production.yaml  2 connections, 1 webhook added
      3 scenarios proved: compiled, they give the same blueprint back
      [exit code 0]"
    `);
    expect(compiled(files, "same")).toEqual(named("Same", [message(2, "a")]));
    expect(compiled(files, "same-2")).toEqual(named("Same", [message(2, "b")]));
    expect(compiled(files, "orders")).toEqual(orders);
  });

  test("keeps ids and places when steps are added, moved and renamed", () => {
    const files = exportsOf({
      "a.json": named("A", [message(2, "a", "First"), message(3, "b", "Second"), message(4, "{{2.ts}}", "Third")]),
    });
    decompile(files, ["a.json"]);
    const path = "scenarios/a.scenario.ts";
    const before = files.read(path);
    const [, second = ""] = /( {2}flow\.step\(\n {4}"Second",[\s\S]*?\n {2}\);\n)/u.exec(before) ?? [];
    const changed = before
      .replace(second, "")
      .replace("  const first =", `${second.replace('"Second"', '"Now first"')}${second}  const first =`)
      .replace('"Third"', '"The last"');
    files.write({ [path]: changed });
    const { flow } = compiled(files) as { readonly flow: readonly JsonObject[] };
    const shownOf = flow.map(({ id, metadata, mapper }) => {
      const { name, x } = (metadata as { readonly designer: { readonly name: string; readonly x: number } }).designer;
      return `${String(id)} ${name} at ${x}: ${String((mapper as { readonly text?: string }).text)}`;
    });
    expect(shownOf).toMatchInlineSnapshot(`
      [
        "1 Order arrives at 0: undefined",
        "5 Now first at 450: b",
        "3 Second at 900: b",
        "2 First at 600: a",
        "4 The last at 1200: {{2.ts}}",
      ]
    `);
  });

  test("lets lint point at lines of the scenario", () => {
    const files = exportsOf({ "a.json": named("A", [message(2, "{{7.id}}", "Tell")]) });
    decompile(files, ["a.json"]);
    expect(transcript(run(files.folder, ["lint", "scenarios"]), files.folder)).toMatchInlineSnapshot(`
      "scenarios/a.scenario.ts:7:5  warning  \`Tell (2)\` changes something outside of Make and has no error handler
        6 |   flow.step(
        7 |     "Tell",
          |     ^^^^^^
        in      dist-blueprints/production/a.blueprint.json:30:17  /flow/1/module
        help    Add an error handler: Break keeps the bundle to be repaired, Ignore drops it, Resume goes on with a substitute
        rule    missing-error-handler

      scenarios/a.scenario.ts:11:13  error  \`Tell (2)\` reads module \`7\`, which does not exist
        10 |       channel: "C024BE91L",
        11 |       text: raw.value("{{7.id}}"),
           |             ^^^^^^^^^^^^^^^^^^^^^
        in      dist-blueprints/production/a.blueprint.json:38:20  /flow/1/mapper/text
        help    Map the value again, from a module that stands before this one
        rule    dangling-reference

      1 error, 1 warning in 1 blueprint
      [exit code 1]"
    `);
  });

  test("ends quietly when its reader has seen enough", () => {
    const files = exportsOf({
      "a.json": named(
        "A",
        Array.from({ length: 2000 }, (_, i) => setVariable(i + 2, "x")),
      ),
    });
    const command = `"${process.execPath}" "${COMMAND}" decompile a.json --stdout | head -n 1`;
    const { stdout, stderr } = spawnSync("sh", ["-c", command], { cwd: files.folder, encoding: "utf8" });
    expect({ stdout, stderr }).toEqual({ stdout: expect.stringMatching(/^import .*\n$/u), stderr: "" });
  });
});

describe("what is there already", () => {
  test("is not written over, unless that is asked for", () => {
    const files = exportsOf({ "orders.json": orders, "other.json": named("Other", []) });
    decompile(files, ["orders.json"]);
    files.write({ "scenarios/orders.scenario.ts": "// mine\n" });
    const before = writtenIn(files);
    expect(shown(files, "orders.json", "other.json")).toMatchInlineSnapshot(`
      "[stderr]
      scenarios/orders.scenario.ts  error  There is a scenario already, and it may have been changed since it was decompiled
        help    Give --force to write over it, or --out another folder
      [exit code 2]"
    `);
    expect(writtenIn(files)).toEqual(before);
    expect(files.read("scenarios/orders.scenario.ts")).toBe("// mine\n");
    expect(shown(files, "orders.json", "--force")).toMatchInlineSnapshot(`
      "changed    scenarios/orders.scenario.ts  Orders, 6 modules (1 learnt)
      unchanged  scenarios/orders.editor.json
      unchanged  scenarios/modules/apify.ts
      unchanged  scenarios/environments/production.yaml
      1 scenario proved: compiled, it gives the same blueprint back
      [exit code 0]"
    `);
  });

  test("is kept in an environment: comments, order, and the names of ids", () => {
    const text = [
      "# ours",
      "connections:",
      "  team-chat: 101 # the team's",
      "  slack: 999",
      "values: { RATE: 3 }",
      "",
    ].join("\n");
    const files = exportsOf({ "orders.json": orders }, { "scenarios/environments/production.yaml": text });
    expect(shown(files, "orders.json")).toMatchInlineSnapshot(`
      "new        scenarios/orders.scenario.ts  Orders, 6 modules (1 learnt)
      new        scenarios/orders.editor.json
      new        scenarios/modules/apify.ts
      changed    scenarios/environments/production.yaml  1 connection, 1 webhook added
      1 scenario proved: compiled, it gives the same blueprint back
      [exit code 0]"
    `);
    expect(files.read("scenarios/environments/production.yaml")).toMatchInlineSnapshot(`
      "# ours
      connections:
        team-chat: 101 # the team's
        slack: 999
        apify: 202
      values: { RATE: 3 }
      webhooks:
        orders: { id: 301 }
      "
    `);
    expect(files.read("scenarios/orders.scenario.ts")).toContain('connection("team-chat")');
    expect(compiled(files)).toEqual(orders);
  });

  test("is shared by what comes later: ids and learnt modules", () => {
    const later = named("Later", [message(2, "again"), runActor(3, { actorId: "x" })], 302);
    const files = exportsOf({ "orders.json": orders, "later.json": later });
    decompile(files, ["orders.json"]);
    expect(shown(files, "later.json")).toMatchInlineSnapshot(`
      "new        scenarios/later.scenario.ts  Later, 3 modules (1 learnt)
      new        scenarios/later.editor.json
      unchanged  scenarios/modules/apify.ts
      changed    scenarios/environments/production.yaml  1 webhook added
      1 scenario proved: compiled, it gives the same blueprint back
      [exit code 0]"
    `);
    expect(files.read("scenarios/modules/apify.ts").match(/apify\.action/gu)).toHaveLength(1);
    expect(compiled(files, "orders")).toEqual(orders);
    expect(compiled(files, "later")).toEqual(later);
  });

  test("must be an environment that can be read", () => {
    const files = exportsOf({ "a.json": orders }, { "scenarios/environments/production.yaml": "conections: {}\n" });
    expect(shown(files, "a.json")).toMatchInlineSnapshot(`
      "[stderr]
      scenarios/environments/production.yaml:1:1  error  \`conections\` is not a known key
        1 | conections: {}
          | ^^^^^^^^^^
        help    Did you mean \`connections\`?
      [exit code 2]"
    `);
  });

  test.skipIf(process.getuid?.() === 0)("may be a folder that nobody may write to (root may write everywhere)", () => {
    const files = exportsOf({ "a.json": orders });
    mkdirSync(files.path("scenarios"));
    chmodSync(files.path("scenarios"), 0o555);
    expect(decompile(files, ["a.json"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("There is no permission to read or write this"),
    });
  });

  test("may be a file where a folder is asked for", () => {
    const files = exportsOf({ "a.json": orders });
    writeFileSync(files.path("scenarios"), "text");
    expect(shown(files, "a.json")).toMatchInlineSnapshot(`
      "[stderr]
      scenarios/environments/production.yaml  error  A part of the path is no folder
      [exit code 2]"
    `);
  });
});

describe("decompile --verify", () => {
  test("proves all, tells the sum and writes nothing", () => {
    const files = exportsOf({ "a.json": orders, "b.json": named("B", [setVariable(2, "{{1.id}}")]) });
    expect(shown(files, "--verify", "a.json", "b.json")).toMatchInlineSnapshot(`
      "2 of 2 blueprints proved: compiled, they give themselves back
      modules     8: 75.0 % by the catalogue, 12.5 % flow control, 12.5 % learnt, 0.0 % raw
      references  6: 100.0 % typed, 0.0 % raw
      routers     1: 1 as match
      [exit code 0]"
    `);
    expect(writtenIn(files)).toEqual([]);
  });

  test("tells what cannot be read or said, and proves the others", () => {
    const behind = { ...orders, flow: [...(orders.flow as unknown[]), setVariable(9)] };
    const files = exportsOf({ "a.json": orders, "b.json": behind }, { "c.json": '{ "flow": 5 }' });
    expect(shown(files, "--verify", "*.json")).toMatchInlineSnapshot(`
      "1 of 3 blueprints proved: compiled, they give themselves back
      modules     6: 66.7 % by the catalogue, 16.7 % flow control, 16.7 % learnt, 0.0 % raw
      references  5: 100.0 % typed, 0.0 % raw
      routers     1: 1 as match
      [stderr]
      c.json:1:11  error  \`flow\` is a whole number, not an array of modules
        1 | { "flow": 5 }
          |           ^
        help    Make writes a module as an object with \`id\`, \`module\`, \`version\`, \`parameters\`, \`mapper\` and \`metadata\`

      b.json:100:9  error  \`builtin:BasicRouter (5)\` has modules behind its routes, which Make never runs
         99 |         },
        100 |         {
            |         ^
        help    Mend it in Make's editor and export it again

      2 problems
      [exit code 2]"
    `);
  });

  test("fails when something would be printed otherwise", () => {
    // The environment says that this account has the module under another id.
    const files = exportsOf(
      { "a.json": orders },
      {
        "scenarios/environments/production.yaml":
          "moduleIds: { 'slack:CreateMessage': { module: 'my:own', version: 4 } }\n",
      },
    );
    expect(shown(files, "--verify", "a.json")).toMatchInlineSnapshot(`
      "0 of 1 blueprint proved: compiled, it gives itself back
      modules     0: 0 % by the catalogue, 0 % flow control, 0 % learnt, 0 % raw
      references  0: 0 % typed, 0 % raw
      [stderr]
      a.json:30:23  error  \`Tell the team (2)\` would not be printed as it was exported, at /flow/1/module: "my:own" instead of "slack:CreateMessage"
        29 |             "id": 2,
        30 |             "module": "slack:CreateMessage",
           |                       ^^^^^^^^^^^^^^^^^^^^^
        help    Nothing was written for this file. This is a gap in cyanotype: please report it with the module
      [exit code 1]"
    `);
    expect(decompile(files, ["a.json"]).code).toBe(1);
    expect(writtenIn(files)).toEqual(["scenarios/environments/production.yaml"]);
  });

  test("fails for what is nested deeper than anything that can be run", () => {
    let flow: JsonObject[] = [setVariable(1000)];
    for (let id = 999; id > 770; id--) flow = [module(id, "builtin:BasicRouter", { mapper: null, routes: [{ flow }] })];
    const files = exportsOf({ "a.json": named("Deep", flow) });
    expect(decompile(files, ["--verify", "a.json"])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^a\.json {2}error {2}Something in the file goes too deep.*\n {2}help {4}Nothing was .*\n$/u,
      ),
    });
  });
});
