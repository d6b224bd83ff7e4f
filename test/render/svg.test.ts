import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { readBlueprintFile } from "../../src/load/read-blueprint-file.ts";
import { buildScenario, type Scenario } from "../../src/model/scenario.ts";
import { scenarioOf } from "../../src/model/scenario-of.ts";
import { formatSvg, type SvgOptions } from "../../src/render/svg.ts";
import { filter, type JsonObject, module, route, router, setVariable, webhook } from "../lint/blueprints.ts";
import { HOSTILE } from "./hostile-names.ts";

const CORPUS = "../shared/corpus/dev";

const scenario = (flow: readonly JsonObject[], metadata: JsonObject = {}, name = "Orders"): Scenario =>
  buildScenario({ name, flows: [{ pointer: "/flow", modules: flow }], metadata });
const named = (name: string): JsonObject => ({ metadata: { designer: { x: 0, y: 0, name } } });
const svg = (flow: readonly JsonObject[], options: SvgOptions = {}): string => formatSvg(scenario(flow), options);

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** The elements of a picture, read strictly: throws where it is no XML. */
function elementsOf(text: string): readonly Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: "" };
    elements.push(element);
    open.push(element);
  });
  parser.on("text", (part) => {
    for (const element of open) element.text += part;
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(text).close();
  return elements;
}

const textsOf = (text: string, name: string): readonly string[] =>
  elementsOf(text)
    .filter((element) => element.name === name)
    .map((element) => element.text);

describe("a picture", () => {
  test("names the scenario and says what there is, for those who do not see it", () => {
    const drawn = svg([webhook(1, named("Order arrives")), module(2, "slack:CreateMessage", { version: 4 })]);
    const [root] = elementsOf(drawn);
    expect(root?.attributes).toMatchObject({ role: "img", "aria-labelledby": "cyanotype-title cyanotype-desc" });
    expect(textsOf(drawn, "title")[0]).toBe("Orders");
    expect(textsOf(drawn, "desc")).toEqual([
      "A scenario of 2 modules; begins with Order arrives; uses Webhooks, Slack",
    ]);
  });

  test("shows a module's name, what it does, and the number that mappings name it by", () => {
    const words = textsOf(svg([webhook(), module(7, "slack:CreateMessage", { version: 4, ...named("Tell") })]), "text");
    expect(words).toEqual(expect.arrayContaining(["Tell", "Slack · Create aMessage", "Sl", "7"]));
  });

  test("shows no number where a module has none", () => {
    const drawn = svg([module(null, "slack:CreateMessage", { version: 4, ...named("Later") })]);
    expect(textsOf(drawn, "text")).not.toContain("null");
    expect(textsOf(drawn, "title")).toContain("Later · Slack · Create a Message");
  });

  test("shows a filter's name, and the whole condition in its title", () => {
    const drawn = svg([
      webhook(1, named("Order")),
      setVariable(2, "", {
        filter: { name: "Large", conditions: [[{ a: "{{1.total}}", o: "number:greater", b: "9" }]] },
      }),
      setVariable(3, "", filter("{{1.vip}}", "exist")),
    ]);
    expect(textsOf(drawn, "text")).toEqual(expect.arrayContaining(["Large", "Order.vip exists"]));
    expect(textsOf(drawn, "title")).toContain('Large: Order.total greater than "9"');
  });

  test("marks fallback routes, and greys what is switched off", () => {
    const routes = [route(setVariable(3)), { ...route(setVariable(4, "", named("Sleeps"))), disabled: true }];
    const drawn = svg([webhook(), router(2, routes, { parameters: { else: 0 } })]);
    expect(textsOf(drawn, "text")).toContain("else");
    const off = elementsOf(drawn).filter(({ attributes }) => attributes.class === "module is-off");
    expect(off.map(({ text }) => text)).toEqual([expect.stringContaining("Sleeps")]);
  });

  test("draws error routes dashed, up to their directive", () => {
    const drawn = svg([webhook(), setVariable(2, "", { onerror: [setVariable(3), module(4, "builtin:Ignore")] })]);
    const classes = elementsOf(drawn).map(({ attributes }) => attributes.class);
    expect(classes.filter((name) => name === "module is-error")).toHaveLength(2);
    expect(
      elementsOf(drawn).filter(({ name, attributes }) => name === "path" && attributes.class === "fail"),
    ).toHaveLength(2);
  });

  test("marks where people answer: HITL.sh's app, and calls of its API", () => {
    const request = module(2, "hitl:createRequest");
    const call = module(3, "http:MakeRequest", { mapper: { url: "https://api.hitl.sh/v1/api/loops/1/requests" } });
    const other = module(4, "http:MakeRequest", { mapper: { url: "https://example.com/?https://api.hitl.sh/" } });
    expect(
      textsOf(svg([webhook(), request, call, other]), "title").filter((title) => title === "People answer"),
    ).toHaveLength(2);
  });

  test("shows notes, beside their module or below all", () => {
    const notes = [
      { moduleIds: [1], content: "<p>Ask <b>Ann</b> first</p>", isFilterNote: false, metadata: {} },
      { moduleIds: [], content: "Old &amp; slow", isFilterNote: false, metadata: {} },
    ];
    const words = textsOf(formatSvg(scenario([webhook()], { notes })), "text");
    expect(words).toEqual(expect.arrayContaining(["Ask Ann first", "Old & slow"]));
  });

  test("marks findings with their number and the first message", () => {
    const findings = new Map([
      ["/flow/1", { severity: "warning", count: 2, message: "It < may fail" }],
      ["", { severity: "error", count: 1, message: "The scenario stops" }],
    ] as const);
    const drawn = svg([webhook(), setVariable(2)], { findings });
    expect(textsOf(drawn, "title")).toContain("warning: It < may fail · and 1 more");
    expect(textsOf(drawn, "text")).toContain("2 modules · 3 findings · The scenario stops");
  });

  test.for([
    ["auto", true, "#ffffff"],
    ["light", false, "#ffffff"],
    ["dark", false, "#10151f"],
  ] as const)("has the colours of %s", ([theme, follows, paper]) => {
    const [style = ""] = textsOf(svg([webhook()], { theme }), "style");
    expect(style.includes("prefers-color-scheme")).toBe(follows);
    expect(style).toContain(`.paper{fill:${paper}}`);
  });

  test("is drawn of nothing, too", () => {
    expect(textsOf(svg([]), "desc")).toEqual(["A scenario of 0 modules"]);
  });
});

describe("what somebody named does no harm", () => {
  const ALLOWED = ["circle", "desc", "g", "path", "rect", "style", "svg", "text", "title", "tspan"];

  test.for(HOSTILE.map((name) => [name.slice(0, 40), name] as const))("%j", ([, name]) => {
    const drawn = formatSvg(
      scenario(
        [
          webhook(1, named(name)),
          module(2, `${name}:${name}`, { filter: { name, conditions: [[{ a: name, o: name, b: name }]] } }),
          module(3, "builtin:BasicIfElse", {
            branches: [{ type: "condition", label: name, conditions: [], flow: [] }],
          }),
          module(name, "slack:CreateMessage", { tools: [{ name, flow: [setVariable(9)] }] }),
        ],
        { notes: [{ moduleIds: [1], content: name }, { content: name }] },
        name,
      ),
      { findings: new Map([["/flow/0", { severity: "error", count: 1, message: name }]]) },
    );
    const elements = elementsOf(drawn);
    expect(elements.filter((element) => !ALLOWED.includes(element.name))).toEqual([]);
    const attributes = new Set(elements.flatMap((element) => Object.keys(element.attributes)));
    expect([...attributes].filter((key) => /^on|href|src|style$/iu.test(key))).toEqual([]);
    // Nothing that steers a terminal or turns the direction of text.
    expect(drawn).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/u);
  });
});

const files = existsSync(CORPUS)
  ? readdirSync(CORPUS).filter((name) => name.endsWith(".json") && name !== "MANIFEST.json")
  : [];
test.skipIf(files.length === 0)("every real blueprint is drawn as XML (needs ../shared/corpus)", async () => {
  for (const file of files) {
    const read = await readBlueprintFile(join(CORPUS, file));
    if (read.ok) expect(elementsOf(formatSvg(scenarioOf(read.document))).length).toBeGreaterThan(5);
  }
});
