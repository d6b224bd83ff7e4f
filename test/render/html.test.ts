import { Script } from "node:vm";
import { describe, expect, test } from "vitest";
import { buildScenario, type Scenario } from "../../src/model/scenario.ts";
import { formatHtml, type HtmlOptions } from "../../src/render/html.ts";
import { PAGE_SCRIPT } from "../../src/render/html-script.ts";
import { type JsonObject, module, setVariable, webhook } from "../lint/blueprints.ts";
import { HOSTILE } from "./hostile-names.ts";

const scenario = (flow: readonly JsonObject[], name = "Orders"): Scenario =>
  buildScenario({ name, flows: [{ pointer: "/flow", modules: flow }] });
const named = (name: string): JsonObject => ({ metadata: { designer: { x: 0, y: 0, name } } });

interface Details {
  readonly title: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly findings: readonly object[];
}

/** What the page knows of its modules. */
function detailsIn(page: string): readonly Details[] {
  const [, data = ""] = /<script type="application\/json" id="details">([\s\S]*?)<\/script>/u.exec(page) ?? [];
  return JSON.parse(data) as readonly Details[];
}
const details = (flow: readonly JsonObject[], options: HtmlOptions = {}) =>
  detailsIn(formatHtml(scenario(flow), options));

describe("a page", () => {
  test("loads nothing, and lets no other script run", () => {
    const page = formatHtml(scenario([webhook()]));
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-page'");
    expect(page.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|\bsrc=|\bhref=|@import|url\(/u);
  });

  test("has a script that is one", () => {
    expect(() => new Script(PAGE_SCRIPT)).not.toThrow();
    expect(PAGE_SCRIPT).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write|eval\(/u);
  });

  test("tells what a module is given, with the names of modules", () => {
    const mapper = { text: "Pay {{1.total}}\nnow", list: [{ a: 1 }, { a: true }], empty: "", nothing: null };
    const [, sent] = details([webhook(1, named("Order")), module(2, "slack:CreateMessage", { version: 4, mapper })]);
    expect(sent?.fields).toEqual([
      ["text", "Pay {{Order.total}}\nnow"],
      ["list[1].a", "1"],
      ["list[2].a", "true"],
    ]);
  });

  test("cuts what nobody reads", () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`f${index}`, "x".repeat(10_000)]));
    let deep: unknown = "bottom";
    for (let level = 0; level < 5000; level++) deep = [deep];
    const [first, second] = details([module(1, "a:b", { mapper: many }), module(2, "a:b", { mapper: { deep } })]);
    expect(first?.fields).toHaveLength(200);
    expect(first?.fields[0]?.[1]).toHaveLength(4001);
    expect(second?.fields).toEqual([[expect.stringMatching(/^deep(?:\[1\])+$/u), "…"]]);
  });

  test("tells findings at their modules", () => {
    const findings = [
      { pointer: "/flow/1/mapper/value", severity: "error", message: "It is wrong" },
      { pointer: "/metadata", severity: "info", message: "About all" },
    ] as const;
    const [first, second] = details([webhook(), setVariable(2)], { findings });
    expect(first?.findings).toEqual([]);
    expect(second?.findings).toEqual([{ severity: "error", message: "It is wrong" }]);
  });

  test("holds nothing that is covered", () => {
    const flow = [
      webhook(),
      setVariable(2, "hidden", { filter: { name: "", conditions: [[{ a: "hidden", o: "exist" }]] } }),
    ];
    const page = formatHtml(scenario(flow), { cover: (text) => text.replaceAll("hidden", "•") });
    expect(page).not.toContain('"hidden"');
    expect(detailsIn(page)[1]?.fields).toContainEqual(["value", "•"]);
  });

  test.for(HOSTILE.map((name) => [name.slice(0, 40), name] as const))("takes no harm from %j", ([, name]) => {
    const flow = [module(1, `a:${name}`, { ...named(name), mapper: { [name]: name } })];
    const findings = [{ pointer: "/flow/0", severity: "error", message: name }] as const;
    const page = formatHtml(scenario(flow, name), { findings });
    expect(page.match(/<script\b/giu)).toHaveLength(2);
    expect(page.match(/<\/script>/giu)).toHaveLength(2);
    expect(page.match(/<(?:img|b|iframe)\b/giu)).toBeNull();
    expect(detailsIn(page)).toHaveLength(1);
    expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/u);
  });
});
