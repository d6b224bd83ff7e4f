import { describe, expect, test } from "vitest";
import { literalSecret } from "../../src/lint/rules/literal-secret.ts";
import { maskSecrets } from "../../src/lint/secrets.ts";
import { buildScenario } from "../../src/model/scenario.ts";
import { blueprint, type JsonObject, module, webhook } from "./blueprints.ts";
import { findings } from "./describe-rule.ts";

const HEX = "9f86d081884c7d659a2feaa0c55ad015";
const QUOTED = 'Ahk7"quiet"Ovh2';

const json = blueprint([
  webhook(),
  module(2, "http:MakeRequest", {
    mapper: { headers: [{ name: "X-Api-Key", value: HEX }], note: `é\nBearer ${HEX}, {{1.a}}`, password: QUOTED },
  }),
]);

const scenarioIn = (given: JsonObject) =>
  buildScenario({ name: "", flows: [{ pointer: "/flow", modules: given.flow as readonly unknown[] }] });

describe("secrets", () => {
  test("are rows of dots where a text is shown, as long as they were", () => {
    const text = JSON.stringify(json);
    const masked = maskSecrets(text, scenarioIn(json));
    expect(masked).toHaveLength(text.length);
    expect(masked).toContain(`"value":"${"•".repeat(32)}"`);
    expect(masked).toContain(`Bearer ${"•".repeat(32)}, {{1.a}}`);
    expect(masked).toContain(`"password":"${"•".repeat(17)}"`);
  });

  test("are rows of dots in what an author wrote", () => {
    expect(maskSecrets(`const key = "${HEX}";`, scenarioIn(json))).toBe(`const key = "${"•".repeat(32)}";`);
  });

  test("are covered where only their beginning is shown", () => {
    const covered = maskSecrets(`It has \`Bearer ${HEX.slice(0, 20)}…\`, and \`…\`, and a…`, scenarioIn(json));
    expect(covered).toBe(`It has \`Bearer ${"•".repeat(20)}…\`, and \`…\`, and a…`);
  });

  test("are found in what a module is called", () => {
    const named = blueprint([
      webhook(),
      module(2, "util:SetVariable2", { metadata: { designer: { x: 0, y: 0, name: `Bearer ${HEX}` } } }),
    ]);
    expect(findings(literalSecret, named)).toMatchObject([{ at: { pointer: "/flow/1/metadata/designer/name" } }]);
  });

  test("are rows of dots in notes, in the scenario's name and in both halves that a mapping puts together", () => {
    const [first, second] = [`ab${HEX.slice(0, 20)}`, `${HEX.slice(8)}yz`];
    const name = `Bearer ${HEX}1`;
    const request = module(2, "http:MakeRequest", { mapper: { note: `{{"Bearer ${first}" + "${second}"}}` } });
    const scenario = buildScenario({
      name,
      flows: [{ pointer: "/flow", modules: [webhook(), request] }],
      metadata: { notes: [{ content: `<b>Bearer ${HEX}2</b>` }] },
    });
    const text = `${name} ${JSON.stringify(request)} ${HEX}2`;
    expect(maskSecrets(text, scenario)).not.toMatch(/9f86|0c55ad/);
  });

  test("are looked for in time that grows with the text", () => {
    const mapped = `Bearer {{"a" + 'b' + ${"if(1.a; ".repeat(200)}"c"${")".repeat(200)}}} `;
    const time = (text: string): number => {
      const start = performance.now();
      maskSecrets("", scenarioIn(blueprint([webhook(), module(2, "http:MakeRequest", { mapper: { cookie: text } })])));
      return performance.now() - start;
    };
    time(mapped);
    expect(time(mapped.repeat(200))).toBeLessThan(2_000);
    expect(time(`${"a=;".repeat(100_000)}${"x=".repeat(100_000)}`)).toBeLessThan(2_000);
  });

  test("are in no message", () => {
    const found = findings(literalSecret, json);
    expect(found).toHaveLength(3);
    expect(JSON.stringify(found)).not.toMatch(/9f86|quiet/);
  });

  test("are looked for in vain in most texts, which stay as they are", () => {
    const text = JSON.stringify(blueprint([webhook()]));
    expect(maskSecrets(text, scenarioIn(blueprint([webhook()])))).toBe(text);
  });

  test("are looked for in a mapping with more arguments than a call of JavaScript takes", () => {
    const value = `{{ifempty(${'"";'.repeat(200_000)}"")}}`;
    const given = blueprint([webhook(), module(2, "util:SetVariable2", { mapper: { name: "n", password: value } })]);
    expect(findings(literalSecret, given)).toEqual([]);
  });
});
