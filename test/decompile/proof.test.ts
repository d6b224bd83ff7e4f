import { describe, expect, test } from "vitest";
import { builtin, tools } from "../../src/apps.ts";
import type { JsonObject as Json } from "../../src/blueprint/blueprint.ts";
import type { StepOverlay } from "../../src/compile/editor-data.ts";
import { prove } from "../../src/decompile/proof.ts";
import type { Flow } from "../../src/dsl/flow.ts";
import { scenario } from "../../src/index.ts";
import { environment } from "../dsl/printed.ts";
import { blueprint, type JsonObject, module } from "../lint/blueprints.ts";
import { documentOf } from "./decompiling.ts";

const sleep = (more: JsonObject = {}): JsonObject =>
  module(7, "util:FunctionSleep", {
    mapper: { duration: 5 },
    metadata: { designer: { x: 10, y: 20, name: "Wait" } },
    ...more,
  });

/** What the proof finds of source that waits five seconds. */
const proved = (
  json: unknown,
  steps: (flow: Flow) => void = (flow) => void flow.step("Wait", tools.sleep({ duration: 5 })),
) => prove(scenario("Test", {}, steps), documentOf(json), environment());

/** What a step was, by which it is found again under another name. */
const WAITS = { module: "util:FunctionSleep", version: 1 };

const overlayOf = (json: unknown): StepOverlay | undefined => proved(json).editor.steps.Wait;

describe("the proof keeps for the editor", () => {
  test("ids, kinds and places, and nothing that the compiler writes anyway", () => {
    expect(
      proved(blueprint([sleep({ id: 1, metadata: { designer: { x: 0, y: 0, name: "Wait" } } })])).editor.steps,
    ).toEqual({ Wait: { id: 1, ...WAITS } });
    expect(overlayOf(blueprint([sleep()]))).toEqual({
      id: 7,
      ...WAITS,
      set: { "/metadata/designer": { x: 10, y: 20, name: "Wait" } },
    });
  });

  test.for([
    ["place", { x: 290, y: 7, name: "Again" }],
    ["name", { x: 300, y: 0 }],
  ])("all places when one step has another %s than it would be printed with", ([, other]) => {
    const designer = { x: 0, y: 0, name: "Wait" };
    const again = sleep({ id: 8, metadata: { designer: other } });
    const { editor } = proved(blueprint([sleep({ metadata: { designer } }), again]), (flow) => {
      flow.step("Wait", tools.sleep({ duration: 5 }));
      flow.step("Again", tools.sleep({ duration: 5 }));
    });
    expect(editor.steps.Wait?.set).toEqual({ "/metadata/designer": designer });
  });

  test.for<[string, JsonObject, Partial<StepOverlay>]>([
    [
      "how a value was spelled",
      { mapper: { duration: "5" } },
      { spelled: [{ at: "/mapper/duration", printed: 5, exported: "5" }] },
    ],
    ["that nothing was there", { parameters: undefined }, { spelled: [{ at: "/parameters", printed: {} }] }],
    [
      "that something empty was there",
      { mapper: { duration: 5, note: "" } },
      { spelled: [{ at: "/mapper/note", exported: "" }] },
    ],
    [
      "a filter that is never asked",
      { filter: { name: "x", conditions: [[{ a: 1, o: "exist" }]] } },
      { set: { "/filter": { name: "x", conditions: [[{ a: 1, o: "exist" }]] } } },
    ],
    ["keys that nobody knows", { "x-own": { a: [1] } }, { set: { "/x-own": { a: [1] } } }],
  ])("%s", ([, more, expected]) => {
    const { differences, editor } = proved(
      blueprint([sleep({ metadata: { designer: { x: 0, y: 0, name: "Wait" } }, ...more })]),
    );
    expect(differences).toEqual([]);
    expect(editor.steps.Wait).toEqual({ id: 7, ...WAITS, ...expected });
  });

  test("what the editor caches of a module, whole", () => {
    const metadata = {
      designer: { x: 0, y: 0, name: "Wait", messages: [] },
      restore: { a: 1 },
      expect: [{ name: "duration", type: "uinteger" }],
      "x-y": null,
    };
    expect(overlayOf(blueprint([sleep({ metadata })]))?.set).toEqual({
      "/metadata/designer": metadata.designer,
      "/metadata/restore": metadata.restore,
      "/metadata/expect": metadata.expect,
      "/metadata/x-y": null,
    });
  });

  test("keys of the blueprint, its metadata and its settings", () => {
    const json = {
      ...blueprint([sleep()], { newSwitch: 5 }, { zone: "eu2.make.com", "x-m": 1 }),
      scheduling: { type: "indefinitely" },
    };
    const { editor, differences } = proved(json);
    expect(differences).toEqual([]);
    expect(editor.blueprint?.set).toEqual({
      "/scheduling": { type: "indefinitely" },
      "/metadata/scenario/newSwitch": 5,
      "/metadata/instant": true,
      "/metadata/zone": "eu2.make.com",
      "/metadata/x-m": 1,
    });
  });

  test("what stands around the blueprint in its file", () => {
    const { editor } = proved({ code: "OK", response: { blueprint: blueprint([sleep()]), scheduling: { type: "x" } } });
    expect(editor.around).toEqual({ code: "OK", response: { scheduling: { type: "x" } } });
  });
});

describe("the proof tells where source and export differ", () => {
  const twice = [sleep(), sleep({ id: 8, metadata: { designer: { x: 1, y: 1, name: "Again" } } })];
  const both = (flow: Flow): void => {
    flow.step("Wait", tools.sleep({ duration: 5 }));
    flow.step("Again", tools.sleep({ duration: 5 }));
  };

  test.for<
    [
      string,
      JsonObject,
      ((flow: Flow) => void) | undefined,
      readonly (readonly [string, string | undefined, unknown, unknown])[],
    ]
  >([
    [
      "in a value",
      blueprint([sleep({ mapper: { duration: 6 } })]),
      undefined,
      [["/flow/0/mapper/duration", "Wait", 6, 5]],
    ],
    [
      "in what one of them has not",
      blueprint([sleep({ mapper: { duration: 5, more: "x" } })]),
      undefined,
      [["/flow/0/mapper/more", "Wait", "x", undefined]],
    ],
    [
      "in the kind of a module",
      blueprint([sleep({ module: "acme:sleep" })]),
      undefined,
      [["/flow/0/module", "Wait", "acme:sleep", "util:FunctionSleep"]],
    ],
    ["in its version", blueprint([sleep({ version: 2 })]), undefined, [["/flow/0/version", "Wait", 2, 1]]],
    [
      "in a setting",
      blueprint([sleep()], { roundtrips: 5 }),
      undefined,
      [["/metadata/scenario/roundtrips", undefined, 5, 1]],
    ],
    [
      "in a filter",
      blueprint([
        ...twice.slice(0, 1),
        { ...twice[1], filter: { name: "", conditions: [[{ a: "{{7.x}}", o: "exist" }]] } },
      ]),
      both,
      [["/flow/1/filter", "Again", { name: "", conditions: [[{ a: "{{7.x}}", o: "exist" }]] }, undefined]],
    ],
    [
      "in an error handler",
      blueprint([sleep({ onerror: [module(9, "builtin:Ignore")] })]),
      undefined,
      [["/flow/0/onerror", "Wait", [module(9, "builtin:Ignore")], undefined]],
    ],
  ])("%s", ([, json, steps, expected]) => {
    const { differences } = steps ? proved(json, steps) : proved(json);
    expect(
      differences.map(({ pointer, module: found, exported, printed }) => [pointer, found?.name, exported, printed]),
    ).toEqual(expected);
  });

  test("when a step is missing or too many", () => {
    expect(proved(blueprint(twice)).differences).toMatchObject([{ pointer: "/flow" }]);
    expect(proved(blueprint([sleep()]), both).differences).toMatchObject([{ pointer: "/flow" }]);
  });

  test("inside of the file that holds the blueprint", () => {
    const { differences } = proved({ response: { blueprint: blueprint([sleep({ mapper: { duration: 6 } })]) } });
    expect(differences).toMatchObject([
      { pointer: "/response/blueprint/flow/0/mapper/duration", exported: 6, printed: 5 },
    ]);
  });

  test("not in what a parameter of the name of a flow has spelled otherwise", () => {
    const steps = (flow: Flow): void =>
      void flow.step("Wait", builtin.repeater({ repeats: 1, start: 1, step: 1 }), {
        mapper: { flow: [1], onerror: ["2"] } as Json,
      });
    const json = blueprint([
      module(7, "builtin:BasicRepeater", {
        mapper: { repeats: 1, start: 1, step: 1, flow: ["1"], onerror: [2] },
        metadata: { designer: { x: 0, y: 0, name: "Wait" } },
      }),
    ]);
    expect(proved(json, steps).differences).toEqual([]);
  });
});
