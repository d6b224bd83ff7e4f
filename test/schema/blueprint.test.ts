import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readBlueprint } from "../../src/blueprint/read.ts";
import { validateBlueprint } from "../../src/schema/blueprint.ts";

const designer = { x: 0, y: 0 };
const webhook = {
  id: 1,
  module: "gateway:CustomWebHook",
  version: 1,
  parameters: {},
  mapper: {},
  metadata: { designer },
};
const respond = { ...webhook, id: 2, module: "gateway:WebhookRespond", mapper: { status: "200" } };

const blueprintOf = (...flow: unknown[]): unknown => ({ name: "Ask", flow, metadata: { version: 1 } });

/** What a person sees: place, message and help. */
const problemsOf = (blueprint: unknown): readonly string[] =>
  validateBlueprint(blueprint).map(({ pointer, message, help }) => `${pointer}: ${message}${help ? `; ${help}` : ""}`);

describe("a blueprint is accepted", () => {
  const condition = { a: "{{1.status}}", o: "text:equal", b: "gold" };
  const router = { id: 3, module: "builtin:BasicRouter", version: 1, mapper: null, routes: [{ flow: [respond] }] };

  test.for<[string, unknown]>([
    ["with a flow", blueprintOf(webhook, respond)],
    ["with keys that nobody knows", { ...(blueprintOf({ ...webhook, listener: true }) as object), idSequence: 3 }],
    ["with a filter", blueprintOf(webhook, { ...respond, filter: { name: "gold", conditions: [[condition], []] } })],
    ["with a filter that is only a name", blueprintOf(webhook, { ...respond, filter: { name: "all" } })],
    ["with no filter at all", blueprintOf(webhook, { ...respond, filter: null })],
    [
      "with operands of any type",
      blueprintOf({ ...respond, filter: { conditions: [[{ a: 1, o: "exist", b: null }]] } }),
    ],
    ["with a router", blueprintOf(webhook, router)],
    ["with a fallback route", blueprintOf(webhook, { ...router, parameters: { else: 0 } })],
    ["with an error handler", blueprintOf({ ...webhook, onerror: [{ id: 9, module: "builtin:Ignore", version: 1 }] })],
    ["with an empty slot", blueprintOf({ id: null, module: "placeholder:Placeholder", metadata: { designer } })],
    ["with an app of version 0", blueprintOf({ ...webhook, module: "ai-local-agent:RunLocalAIAgent", version: 0 })],
    ["with a custom app", blueprintOf({ ...webhook, module: "app#my-app-dp3kf8:getThing" })],
    ["with a module that is not set up", blueprintOf({ id: 1, module: "slack:CreateMessage", version: 4 })],
    ["as copied modules", { subflows: [{ flow: [webhook] }], metadata: { version: 1 } }],
  ])("%s", ([, blueprint]) => {
    expect(problemsOf(blueprint)).toEqual([]);
  });
});

describe("what is wrong with a blueprint is explained", () => {
  const MODULE = "Expected an app and a module such as `http:MakeRequest`";

  test.for<[unknown, string]>([
    [{ flow: [], metadata: { version: 1 } }, ": `name` is missing"],
    [{ name: "Ask", flow: [] }, ": `metadata` is missing"],
    [{ name: "Ask", flow: [], metadata: {} }, "/metadata: `version` is missing"],
    [{ name: "Ask", flow: [], metadata: { version: 2 } }, "/metadata/version: `version` is `2`, not `1`"],
    [
      { name: 5, flow: [], metadata: { version: 1 } },
      "/name: `name` is a whole number, not text; Put it in quotation marks",
    ],
    [{ subflows: [] }, "/subflows: `subflows` is empty"],
    [{ subflows: [{}] }, "/subflows/0: `flow` is missing"],
    [blueprintOf("http"), "/flow/0: An item of `flow` is text, not an object"],
    [blueprintOf({ ...webhook, id: "1" }), "/flow/0/id: `id` is text, not a whole number; Remove the quotation marks"],
    [blueprintOf({ ...webhook, id: "a1" }), "/flow/0/id: `id` is text, not a whole number"],
    [blueprintOf({ ...webhook, id: null }), "/flow/0/id: `id` is `null`, not a whole number"],
    [blueprintOf({ ...webhook, id: 1.5 }), "/flow/0/id: `id` is a number, not a whole number"],
    [blueprintOf({ ...webhook, id: 0 }), "/flow/0/id: `id` is `0`, less than `1`"],
    [blueprintOf({ id: 1, version: 1 }), "/flow/0: `module` is missing"],
    [blueprintOf({ id: 1, module: "slack:CreateMessage" }), "/flow/0: `version` is missing"],
    [
      blueprintOf({ ...webhook, version: "1" }),
      "/flow/0/version: `version` is text, not a whole number; Remove the quotation marks",
    ],
    [blueprintOf({ ...webhook, version: -1 }), "/flow/0/version: `version` is `-1`, less than `0`"],
    [blueprintOf({ ...webhook, module: "json" }), `/flow/0/module: ${MODULE}, found \`json\``],
    [
      blueprintOf({ ...webhook, module: "Slack:CreateMessage" }),
      `/flow/0/module: ${MODULE}, found \`Slack:CreateMessage\``,
    ],
    [blueprintOf({ ...webhook, mapper: [] }), "/flow/0/mapper: `mapper` is an array, not an object or `null`"],
    [blueprintOf({ ...webhook, parameters: null }), "/flow/0/parameters: `parameters` is `null`, not an object"],
    [blueprintOf({ ...webhook, filter: [] }), "/flow/0/filter: `filter` is an array, not an object or `null`"],
    [
      blueprintOf({ ...webhook, filter: { conditions: {} } }),
      "/flow/0/filter/conditions: `conditions` is an object, not an array",
    ],
    [
      blueprintOf({ ...webhook, filter: { conditions: [{ a: "x", o: "exist" }] } }),
      "/flow/0/filter/conditions/0: An item of `conditions` is an object, not an array",
    ],
    [
      blueprintOf({ ...webhook, filter: { conditions: [[{ a: "x" }]] } }),
      "/flow/0/filter/conditions/0/0: `o` is missing",
    ],
    [blueprintOf({ ...webhook, onerror: {} }), "/flow/0/onerror: `onerror` is an object, not an array"],
    [blueprintOf({ ...webhook, module: "builtin:BasicRouter" }), "/flow/0: `routes` is missing"],
    [
      blueprintOf({ ...webhook, module: "builtin:BasicRouter", routes: [[]] }),
      "/flow/0/routes/0: An item of `routes` is an array, not an object",
    ],
    [
      blueprintOf({ ...webhook, module: "builtin:BasicRouter", routes: [], parameters: { else: "0" } }),
      "/flow/0/parameters/else: `else` is text, not a whole number; Remove the quotation marks",
    ],
    [blueprintOf({ ...webhook, module: "builtin:BasicIfElse" }), "/flow/0: `branches` is missing"],
    [
      blueprintOf({ ...webhook, module: "builtin:BasicIfElse", branches: [{ type: "conditon", flow: [] }] }),
      "/flow/0/branches/0/type: `type` is `conditon`, not `condition` or `else`; Did you mean `condition`?",
    ],
    [blueprintOf({ ...webhook, module: "builtin:BasicMerge" }), "/flow/0: `outputs` is missing"],
    [
      blueprintOf({ ...webhook, module: "builtin:BasicMerge", outputs: [{ name: "sla" }] }),
      "/flow/0/outputs/0: `mappings` is missing",
    ],
    [
      blueprintOf({ ...webhook, metadata: { designer: { x: "0", y: 0 } } }),
      "/flow/0/metadata/designer/x: `x` is text, not a number; Remove the quotation marks",
    ],
  ])("%j", ([blueprint, expected]) => {
    expect(problemsOf(blueprint)).toEqual([expected]);
  });

  test("wherever it is, in the order of the document", () => {
    const bad = (id: number) => ({ version: "x", id, module: "slack:CreateMessage" });
    const route = { flow: [bad(4)] };
    const blueprint = {
      flow: [
        { ...webhook, onerror: [bad(2)] },
        { id: 3, module: "builtin:BasicRouter", version: 1, routes: [route, route] },
      ],
      metadata: { designer: { orphans: [[bad(5)], [bad(6)]] }, version: 3 },
    };
    expect(problemsOf(blueprint).map((problem) => problem.replace(/:.*/, ""))).toEqual([
      "",
      "/flow/0/onerror/0/version",
      "/flow/1/routes/0/flow/0/version",
      "/flow/1/routes/1/flow/0/version",
      "/metadata/designer/orphans/0/0/version",
      "/metadata/designer/orphans/1/0/version",
      "/metadata/version",
    ]);
  });
});

const shared = "../shared";
describe.skipIf(!existsSync(shared))("real blueprints (skipped without ../shared)", () => {
  const problemsIn = (path: string): readonly string[] => {
    const result = readBlueprint(readFileSync(path, "utf8"));
    return result.ok
      ? problemsOf(result.document.blueprint).map((problem) => `${path}${problem}`)
      : [`${path}: unread`];
  };
  const pathsIn = (folder: string) => readdirSync(folder).map((file) => `${folder}/${file}`);

  test("that the editor exported are accepted", () => {
    const manifest = JSON.parse(readFileSync(`${shared}/corpus/MANIFEST.json`, "utf8")) as {
      readonly files: readonly { readonly file: string; readonly kind: string }[];
    };
    const exports = manifest.files.filter(
      ({ kind, file }) => kind === "export" && existsSync(`${shared}/corpus/${file}`),
    );
    expect(exports.length).toBeGreaterThan(200);
    expect(exports.flatMap(({ file }) => problemsIn(`${shared}/corpus/${file}`))).toEqual([]);
  });

  test.for(["corpus/clipboard", "corpus/versions", "reference/examples/canonical", "reference/examples/clipboard"])(
    "of %s are accepted",
    (folder) => {
      expect(pathsIn(`${shared}/${folder}`).flatMap(problemsIn)).toEqual([]);
    },
  );
});
