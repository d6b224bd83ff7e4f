import fc from "fast-check";
import { expect, test } from "vitest";
import { lint } from "../../src/lint/linter.ts";
import { buildScenario } from "../../src/model/scenario.ts";
import { pointersIn, replaced } from "../any-place.ts";
import { blueprint, filter, type JsonObject, module, route, router, setVariable, webhook } from "./blueprints.ts";

const branch = (type: string, id: number) => ({
  type,
  label: "",
  merge: true,
  conditions: [[{ a: "{{1.a}}", o: "exist" }]],
  flow: [setVariable(id, "{{1.a}}")],
});

/** One of everything that rules look into. */
const rich = blueprint(
  [
    webhook(1),
    module(2, "builtin:BasicIfElse", { branches: [branch("condition", 3), branch("else", 4)] }),
    module(5, "builtin:BasicMerge", {
      outputs: [{ name: "o", mappings: ["{{3.v}}", "{{4.v}}"] }],
      filters: [null, null],
    }),
    module(6, "google-sheets:filterRows", { version: 2, mapper: { filter: [[{ a: "A", o: "text:equal", b: "x" }]] } }),
    module(7, "builtin:BasicFeeder", { mapper: { array: "{{6.rows}}" } }),
    module(8, "builtin:BasicAggregator", { parameters: { feeder: 7 }, flags: { groupBy: "{{7.team}}" } }),
    module(9, "http:MakeRequest", {
      version: 4,
      metadata: { interface: [{ name: "error" }] },
      onerror: [setVariable(10, "{{9.error.message}}"), module(11, "builtin:Break", { mapper: { retry: true } })],
    }),
    module(19, "http:MakeRequest", { version: 4, onerror: [setVariable(20, "{{9.error}}")] }),
    module(12, "ai-local-agent:RunLocalAIAgent", { version: 0, tools: [{ name: "t", flow: [setVariable(13)] }] }),
    module(14, "hitl:createRequest", { mapper: { loopId: "a", response_config: { options: [] } } }),
    router(
      15,
      [
        route(setVariable(16, "", filter("{{9.error}}", "exist"))),
        { ...route(module(17, "set:Variable")), disabled: true },
      ],
      {
        parameters: { else: 1 },
      },
    ),
  ],
  { dlq: false },
  { designer: { orphans: [[setVariable(18)]] } },
);

const places = [...pointersIn(rich)].filter((at) => at !== "" && at !== "/flow");

test("no rule fails on a blueprint of whatever shape", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...places), fc.option(fc.jsonValue(), { nil: undefined })), { maxLength: 4 }),
      (changes) => {
        const json = changes.reduce<unknown>((value, [at, by]) => replaced(value, at, by), rich) as JsonObject;
        const flows = [{ pointer: "/flow", modules: json.flow as readonly unknown[] }];
        const scenario = buildScenario({ name: "", flows, metadata: json.metadata });
        expect(lint({ scenario, json }, { severityOf: () => "error" })).toBeInstanceOf(Array);
      },
    ),
    { numRuns: 1000 },
  );
});
