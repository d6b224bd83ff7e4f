import { describe, expect, test } from "vitest";
import type { Blueprint } from "../../../src/blueprint/blueprint.ts";
import { compileFiles } from "../../../src/load/compile-files.ts";
import { decompileInto } from "../../../src/load/decompile/write-decompiled.ts";
import { buildScenario } from "../../../src/model/scenario.ts";
import { run } from "../../cli/command.ts";
import { blueprint, type JsonObject, module, route, router, webhook } from "../../lint/blueprints.ts";
import { type Project, problemsOf, project } from "../project.ts";

const at = (x: number, y: number, name: string): JsonObject => ({ metadata: { designer: { x, y, name } } });

/** An export whose ids and places are nothing that anyone would choose again. */
const ORDERS: JsonObject = {
  ...blueprint([
    webhook(5, at(-17, 40, "Order arrives")),
    module(31, "util:SetVariable2", {
      mapper: { name: "total", scope: "roundtrip", value: "{{5.total}}" },
      ...at(290, 41, "Keep the total"),
      onerror: [
        module(40, "builtin:Ignore", {
          parameters: undefined,
          mapper: undefined,
          metadata: { designer: { x: 300, y: 333 } },
        }),
      ],
    }),
    module(9, "acme:tell", { mapper: { text: "{{31.total}}" }, ...at(611, 39, "Tell them") }),
    router(
      12,
      [
        route(module(14, "acme:tell", { mapper: { text: "{{5.note}}" }, ...at(1199, -160, "Tell of the note") })),
        route(
          module(20, "util:FunctionSleep", { parameters: {}, mapper: { duration: "3" }, ...at(1201, 140, "Wait") }),
        ),
      ],
      at(901, 38, "Either way"),
    ),
  ]),
  name: "Orders",
};

/** A project in which an export was decompiled. */
async function decompiledProject(json: unknown): Promise<Project> {
  const files = project({ "export.json": JSON.stringify(json) });
  const { problems } = await decompileInto([files.path("export.json")], {
    folder: files.path("scenarios"),
    env: "production",
    force: false,
  });
  expect(problems).toEqual([]);
  return files;
}

const SOURCE = "scenarios/orders.scenario.ts";
const COMPANION = "scenarios/orders.editor.json";
const PRINTED = "out/production/orders.blueprint.json";

/** Compiles the project and writes what is printed, as the command does. */
async function compiled(files: Project): Promise<Blueprint> {
  const [printed] = await compileFiles([files.path(SOURCE)], { out: files.path("out") });
  if (printed === undefined) throw new Error("Nothing was printed");
  files.write({ [PRINTED]: printed.text });
  return JSON.parse(printed.text) as Blueprint;
}

/** The same in a process of its own, which sees what was changed since the last time. */
function printedByCommand(files: Project): Blueprint {
  expect(run(files.folder, ["compile", "--out", "out"])).toMatchObject({ code: 0, stderr: "" });
  return JSON.parse(files.read(PRINTED)) as Blueprint;
}

/** Changes the source, each text being there exactly once. */
function edit(files: Project, ...changes: readonly (readonly [before: string, after: string])[]): void {
  let source = files.read(SOURCE);
  for (const [before, after] of changes) {
    expect(source.split(before)).toHaveLength(2);
    source = source.replace(before, () => after);
  }
  files.write({ [SOURCE]: source });
}

interface Kept {
  readonly id: number;
  readonly x: number | undefined;
  readonly y: number | undefined;
}

/** The id and the place of each module, by its name; of one that has none, by its type. */
const keptIn = ({ name, flow }: Blueprint): Readonly<Record<string, Kept>> =>
  Object.fromEntries(
    buildScenario({ name, flows: [{ pointer: "/flow", modules: flow }] }).modules.map((found) => {
      const { x, y } = found.source.metadata?.designer ?? {};
      return [found.name ?? found.type, { id: found.id, x, y }];
    }),
  );

const BEFORE: Readonly<Record<string, Kept>> = {
  "Order arrives": { id: 5, x: -17, y: 40 },
  "Keep the total": { id: 31, x: 290, y: 41 },
  "builtin:Ignore": { id: 40, x: 300, y: 333 },
  "Tell them": { id: 9, x: 611, y: 39 },
  "Either way": { id: 12, x: 901, y: 38 },
  "Tell of the note": { id: 14, x: 1199, y: -160 },
  Wait: { id: 20, x: 1201, y: 140 },
};

const without = (name: string): Readonly<Record<string, Kept>> => {
  const { [name]: _, ...others } = BEFORE;
  return others;
};

const TELL = `  flow.step("Tell them", acme.tell({ text: keepTheTotal.total }));\n`;
const WAIT = `flow.step("Wait", tools.sleep({ duration: 3 }));`;
const TELL_ROUTE = `    always("Tell of the note", (flow) => {
      flow.step("Tell of the note", acme.tell({ text: orderArrives.note }));
    }),
`;
const WAIT_ROUTE = `    always("Wait", (flow) => {
      ${WAIT}
    }),
`;
const NEW = `flow.step("New", tools.sleep({ duration: 1 }));`;

describe("a scenario that was decompiled", () => {
  test("reads like one that a person wrote", async () => {
    const files = await decompiledProject(ORDERS);
    expect(files.read(SOURCE)).toMatchInlineSnapshot(`
      "import { always, onError, scenario, webhook } from "cyanotype";
      import { tools, webhooks } from "cyanotype/apps";
      import * as acme from "./modules/acme.ts";

      export const orders = scenario("Orders", {}, (flow) => {
        const orderArrives = flow.trigger(
          "Order arrives",
          webhooks.customWebhook<{ total: string; note: string }>({ webhook: webhook("order-arrives"), maxResults: 1 }),
        );
        const keepTheTotal = flow.step(
          "Keep the total",
          tools.setVariable<{ total: string }>({ name: "total", value: orderArrives.total }),
          { onError: onError.ignore() },
        );
        flow.step("Tell them", acme.tell({ text: keepTheTotal.total }));
        flow.router("Either way", [
          always("Tell of the note", (flow) => {
            flow.step("Tell of the note", acme.tell({ text: orderArrives.note }));
          }),
          always("Wait", (flow) => {
            flow.step("Wait", tools.sleep({ duration: 3 }));
          }),
        ]);
      });
      "
    `);
    expect(files.read("scenarios/environments/production.yaml")).toMatchInlineSnapshot(`
      "# Ids of this account, by the names that scenarios use. Names may be changed here and there together.

      webhooks:
        order-arrives: { id: 1 }
      "
    `);
  });

  test("prints the export, byte for byte the same every time", async () => {
    const files = await decompiledProject(ORDERS);
    expect(await compiled(files)).toEqual(JSON.parse(files.read("export.json")));
    const text = files.read(PRINTED);
    await compiled(files);
    expect(files.read(PRINTED)).toBe(text);
  });

  test.for<[string, readonly (readonly [string, string])[], Readonly<Record<string, Partial<Kept>>>]>([
    ["a step is put in the middle", [[TELL, `  ${NEW}\n${TELL}`]], { ...BEFORE, New: { id: 41, x: 451, y: 40 } }],
    ["a step is put into a route", [[WAIT, `${NEW}\n${WAIT}`]], { ...BEFORE, New: { id: 41, x: 1051, y: 89 } }],
    [
      "a step is put into an error route",
      [["onError: onError.ignore()", `onError: (flow) => { ${NEW} return onError.ignore(); }`]],
      { ...BEFORE, New: { id: 41 } },
    ],
    [
      "a step is renamed",
      [['"Tell them"', '"Tell everyone"']],
      { ...without("Tell them"), "Tell everyone": { id: 9, x: 611, y: 39 } },
    ],
    [
      "a step becomes another one",
      [[`"Tell them", acme.tell({ text: keepTheTotal.total })`, `"Pause", tools.sleep({ duration: 1 })`]],
      { ...without("Tell them"), Pause: { id: 41, x: 596, y: 40 } },
    ],
    ["a step is taken away", [[TELL, ""]], without("Tell them")],
    [
      "a step is moved into a route",
      [
        [TELL, ""],
        [WAIT, `${WAIT}\n${TELL}`],
      ],
      BEFORE,
    ],
    ["two routes change places", [[`${TELL_ROUTE}${WAIT_ROUTE}`, `${WAIT_ROUTE}${TELL_ROUTE}`]], BEFORE],
    ["a value is changed", [["duration: 3", "duration: 300"]], BEFORE],
    ["the settings are changed", [["{}", "{ maxCycles: 5 }"]], BEFORE],
  ])("keeps every other id and place when %s", async ([, changes, expected]) => {
    const files = await decompiledProject(ORDERS);
    edit(files, ...changes);
    const after = keptIn(await compiled(files));
    expect(after).toMatchObject(expected);
    expect(Object.keys(after).sort()).toEqual(Object.keys(expected).sort());
    const ids = Object.values(after).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const text = files.read(PRINTED);
    expect(keptIn(await compiled(files))).toEqual(after);
    expect(files.read(PRINTED)).toBe(text);
  });

  test("keeps what the export said of a step under each name that it is given, one after the other", async () => {
    const files = await decompiledProject(ORDERS);
    const exported = printedByCommand(files);
    for (const [from, to] of [
      ["Tell them", "Tell everyone"],
      ["Tell everyone", "Tell all"],
      ["Tell all", "Tell them"],
    ] as const) {
      edit(files, [`"${from}"`, `"${to}"`]);
      const printed = printedByCommand(files);
      expect(keptIn(printed)).toEqual({ ...without("Tell them"), [to]: BEFORE["Tell them"] });
      expect(printedByCommand(files)).toEqual(printed);
    }
    expect(printedByCommand(files)).toEqual(exported);
  });

  test("takes its ids from the export when it had been printed with others", async () => {
    const files = await decompiledProject(ORDERS);
    const companion = files.read(COMPANION);
    files.write({ [COMPANION]: '{ "version": 1, "scenarios": {} }' });
    expect(keptIn(printedByCommand(files))["Tell them"]?.id).toBe(4);
    files.write({ [COMPANION]: companion });
    expect(keptIn(printedByCommand(files))).toEqual(BEFORE);
  });

  test("spells a value as the export did only as long as the source says the same", async () => {
    const files = await decompiledProject(ORDERS);
    const duration = (): unknown => printedByCommand(files).flow.at(-1)?.routes?.[1]?.flow[0]?.mapper;
    expect(duration()).toEqual({ duration: "3" });
    edit(files, ["duration: 3", "duration: 4"]);
    expect(duration()).toEqual({ duration: 4 });
    edit(files, ["duration: 4", "duration: 3"]);
    expect(duration()).toEqual({ duration: "3" });
  });

  test("without its companion is still a scenario, whose steps get ids of their own", async () => {
    const files = await decompiledProject(ORDERS);
    files.write({ [COMPANION]: '{ "version": 1, "scenarios": {} }' });
    const ids = Object.values(keptIn(await compiled(files))).map(({ id }) => id);
    expect(ids).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe("a folder of scenarios", () => {
  const write = (files: Project, names: readonly string[], force = false) =>
    decompileInto(names.map(files.path), { folder: files.path("scenarios"), env: "production", force });
  const states = (written: Awaited<ReturnType<typeof write>>["written"], { folder }: Project) =>
    Object.fromEntries(written.map(({ path, state }) => [path.slice(folder.length + 1), state]));
  const withWebhook = (name: string, hook: number) => ({
    ...blueprint([
      webhook(1, {
        parameters: { hook, maxResults: 1 },
        metadata: { designer: { x: 0, y: 0 }, restore: { parameters: { hook: { label: "Incoming" } } } },
      }),
    ]),
    name,
  });

  test("shares symbols: one id has one name, and other ids of the same label are numbered", async () => {
    const files = project({
      "a.json": JSON.stringify(withWebhook("A", 1)),
      "b.json": JSON.stringify(withWebhook("B", 2)),
      "c.json": JSON.stringify(withWebhook("C", 1)),
    });
    const { written } = await write(files, ["a.json", "b.json", "c.json"]);
    const symbols = ["a", "b", "c"].map(
      (name) => /webhook\("([^"]+)"\)/u.exec(files.read(`scenarios/${name}.scenario.ts`))?.[1],
    );
    expect(symbols).toEqual(["incoming", "incoming-2", "incoming"]);
    expect(states(written, files)).toEqual({
      "scenarios/a.scenario.ts": "new",
      "scenarios/a.editor.json": "new",
      "scenarios/b.scenario.ts": "new",
      "scenarios/b.editor.json": "new",
      "scenarios/c.scenario.ts": "new",
      "scenarios/c.editor.json": "new",
      "scenarios/environments/production.yaml": "new",
    });
  });

  test("keeps the symbols and comments that its environment has already", async () => {
    const environment = "# Ours\nwebhooks:\n  shop: { id: 7 } # the shop's\nvalues: { GREETING: hello }\n";
    const files = project({
      "a.json": JSON.stringify(withWebhook("A", 7)),
      "scenarios/environments/production.yaml": environment,
    });
    const { written } = await write(files, ["a.json"]);
    expect(files.read("scenarios/a.scenario.ts")).toContain('webhook("shop")');
    expect(files.read("scenarios/environments/production.yaml")).toBe(environment);
    expect(states(written, files)["scenarios/environments/production.yaml"]).toBe("unchanged");
  });

  test("is not written over, unless that is asked for", async () => {
    const files = project({
      "a.json": JSON.stringify(withWebhook("A", 1)),
      "b.json": JSON.stringify(withWebhook("B", 1)),
    });
    await write(files, ["a.json"]);
    files.write({ "scenarios/a.scenario.ts": "// mine" });
    expect(await problemsOf(files, () => write(files, ["a.json", "b.json"]))).toEqual([
      expect.stringContaining("There is a scenario already, and it may have been changed since it was decompiled"),
    ]);
    expect(files.read("scenarios/a.scenario.ts")).toBe("// mine");
    const { written } = await write(files, ["a.json", "b.json"], true);
    expect(states(written, files)).toMatchObject({
      "scenarios/a.scenario.ts": "changed",
      "scenarios/a.editor.json": "unchanged",
    });
    expect(files.read("scenarios/a.scenario.ts")).toContain('scenario("A"');
  });

  test("gets what can be said, when something else cannot", async () => {
    const files = project({
      "a.json": JSON.stringify(withWebhook("A", 1)),
      "broken.json": "{",
      "misfit.json": JSON.stringify({
        name: "M",
        flow: [{ id: 0, module: "a:b", version: 1 }],
        metadata: { version: 1 },
      }),
      "unsayable.json": JSON.stringify({
        ...blueprint([webhook(), router(2, [route(module(3, "a:b"))]), module(4, "a:b")]),
        name: "U",
      }),
    });
    const { written, problems, isUnproved } = await write(files, [
      "a.json",
      "broken.json",
      "misfit.json",
      "unsayable.json",
    ]);
    expect(written.map(({ scenario }) => scenario?.name).filter((name) => name !== undefined)).toEqual(["A"]);
    expect(isUnproved).toBe(false);
    expect(
      problems.map(({ path, span, message }) => [path?.slice(files.folder.length + 1), span?.line, message]),
    ).toMatchInlineSnapshot(`
      [
        [
          "broken.json",
          1,
          "The file ends before its JSON does",
        ],
        [
          "misfit.json",
          1,
          "\`id\` is \`0\`, less than \`1\`",
        ],
        [
          "unsayable.json",
          1,
          "\`builtin:BasicRouter (2)\` has modules behind its routes, which Make never runs",
        ],
      ]
    `);
  });
});
