// What holds for every blueprint: the printed ones of this project, and other people's where there are any.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import jsonpatch, { type Operation } from "fast-json-patch";
import { describe, expect, test } from "vitest";
import { findBlueprint } from "../../src/blueprint/find-blueprint.ts";
import { readBlueprint } from "../../src/blueprint/read.ts";
import type { ScenarioDiff } from "../../src/diff/diff.ts";
import { loadFormat } from "../../src/diff/formats/format.ts";
import { createPatch } from "../../src/diff/json-patch.ts";
import { isEqual } from "../../src/diff/summary.ts";
import type { Module } from "../../src/model/scenario.ts";
import { resolvePointer } from "../../src/util/json-pointer.ts";
import { pointersIn, replaced } from "../any-place.ts";
import { blueprint, filter, type JsonObject, module, route, router, setVariable, webhook } from "../lint/blueprints.ts";
import { renumbered } from "../lint/renumbered.ts";
import { diffOf, sideOf } from "./said.ts";

const CORPUS = "../shared/corpus/dev";
const MOST_CHARACTERS = 300_000;

interface Sample {
  readonly name: string;
  readonly json: unknown;
}

const samplesIn = (folder: string): readonly Sample[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json") && !name.endsWith(".deploy.json"))
    .sort()
    .flatMap((name) => {
      const text = readFileSync(`${folder}/${name}`, "utf8");
      if (text.length > MOST_CHARACTERS) return [];
      const read = readBlueprint(text);
      return read.ok ? [{ name, json: read.document.json }] : [];
    });

const own = samplesIn("dist-blueprints");
const samples = existsSync(CORPUS) ? [...own, ...samplesIn(CORPUS)] : own;
const modulesOf = (json: unknown): readonly Module[] => sideOf(json).scenario.modules;
const hasUniqueIds = (json: unknown): boolean => {
  const ids = modulesOf(json).map(({ id }) => id);
  return new Set(ids).size === ids.length && ids.every((id) => typeof id === "number");
};

/** The diff in a form that shows what was found when it should be empty. */
const differences = ({ scenario, modules }: ScenarioDiff): unknown => [...scenario, ...modules];

/** Another order of all keys, and other places on the canvas. */
function rearranged(json: unknown, random: () => number): unknown {
  const moved = structuredClone(json);
  for (const { pointer: at } of modulesOf(moved)) {
    const designer = resolvePointer(moved, `${at}/metadata/designer`) as JsonObject | undefined;
    if (designer) Object.assign(designer, { x: Math.round(random() * 1000), y: Math.round(random() * 1000) });
  }
  return shuffled(moved, random);
}

function shuffled(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, random));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [random(), key, item] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => a - b).map(([, key, item]) => [key, shuffled(item, random)]));
}

/** Numbers in another order, all of them new or not. */
function otherIds(json: unknown, seed: number): (id: number) => number {
  const ids = [...new Set(modulesOf(json).map(({ id }) => id))];
  const shuffled = ids.toSorted((a, b) => ((a * 7919 + seed) % 104729) - ((b * 7919 + seed) % 104729));
  const others = new Map(ids.map((id, index) => [id, (shuffled[index] ?? 0) + (seed % 2 === 0 ? 0 : 1_000_000)]));
  return (id) => others.get(id) ?? id;
}

const random = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
};

test("there is something to compare", () => {
  expect(own.length).toBeGreaterThan(5);
});

describe.each(samples)("$name", ({ json }) => {
  test("differs from itself in nothing", () => {
    expect(differences(diffOf(json, structuredClone(json), { all: true }))).toEqual([]);
  });

  test("differs in nothing when keys and modules are laid out in another way", () => {
    expect(differences(diffOf(json, rearranged(json, random(7))))).toEqual([]);
  });

  test.runIf(hasUniqueIds(json))("differs in nothing when its modules get other numbers", () => {
    for (const seed of [1, 2, 31]) {
      const other = renumbered(json, otherIds(json, seed));
      expect(differences(diffOf(json, other))).toEqual([]);
    }
  });
});

const anySample = fc.constantFrom(...samples);

describe("a patch", () => {
  const patched = (before: unknown, after: unknown): unknown =>
    jsonpatch.applyPatch(structuredClone(before), createPatch(before, after) as Operation[], true).newDocument;

  test("makes one blueprint of another", () => {
    fc.assert(
      fc.property(anySample, anySample, (a, b) => {
        expect(patched(a.json, b.json)).toEqual(b.json);
      }),
      { numRuns: 30 },
    );
  });

  test("makes any JSON of any other", () => {
    const json = fc
      .jsonValue({ noUnicodeString: false })
      .filter((value) => !JSON.stringify(value).includes("__proto__"));
    fc.assert(
      fc.property(json, json, (a, b) => {
        const [before, after] = [{ v: a }, { v: b }].map((value) => JSON.parse(JSON.stringify(value)) as JsonObject);
        expect(patched(before, after)).toEqual(after);
      }),
    );
  });

  test("is empty for what is the same", () => {
    const isEmpty = fc.property(anySample, ({ json }) => {
      expect(createPatch(json, structuredClone(json))).toEqual([]);
    });
    fc.assert(isEmpty, { numRuns: 20 });
  });
});

/** One change of a kind to a module, in place; what must be said of it, or nothing where there is no such change. */
const seeds: Readonly<Record<string, (module: JsonObject, flow: JsonObject[], at: number) => string | undefined>> = {
  added: (_, flow, at) => {
    flow.splice(at, 0, { id: 987654, module: "seeded:module", version: 1, mapper: { planted: "yes" } });
    return "added";
  },
  removed: (module, flow, at) => {
    if (flow.length < 2 || module.routes || module.branches || module.onerror || module.tools) return undefined;
    flow.splice(at, 1);
    return "removed";
  },
  renamed: (module) => {
    const metadata = (module.metadata ?? {}) as JsonObject;
    module.metadata = { ...metadata, designer: { ...(metadata.designer as JsonObject), name: "Seeded name" } };
    return "name";
  },
  version: (module) => {
    module.version = 77;
    return "version";
  },
  value: (module) => {
    module.mapper = { ...(module.mapper as JsonObject), planted: "yes" };
    return "value";
  },
  connection: (module) => {
    module.parameters = { ...(module.parameters as JsonObject), __IMTCONN__: 4711 };
    return "connection";
  },
  filter: (module, _, at) => {
    if (at === 0) return undefined;
    module.filter = { name: "planted", conditions: [[{ a: "x", o: "exist" }]] };
    return "filter";
  },
  reconnected: (module, flow, at) => {
    const other = flow[at + 1];
    // The first module of a route carries its condition.
    if (at === 0 || other === undefined || other.module === module.module) return undefined;
    flow.splice(at, 2, other, module);
    return "reconnected";
  },
  "error handler": (module) => {
    const had = module.onerror !== undefined;
    if (had) delete module.onerror;
    else module.onerror = [{ id: 987654, module: "builtin:Ignore", version: 1, mapper: {} }];
    return "error handler";
  },
};

test.for(Object.keys(seeds))("every change of a kind is told: %s", (kind) => {
  fc.assert(
    fc.property(anySample, fc.nat(), ({ json }, number) => {
      const after = structuredClone(json);
      const modules = modulesOf(after);
      const module = modules[number % modules.length];
      const list = module && (resolvePointer(after, module.flow.pointer) as JsonObject[]);
      if (!module || !list) return;
      const at = list.indexOf(module.source as unknown as JsonObject);
      const told = seeds[kind]?.(list[at] as JsonObject, list, at);
      if (told === undefined || "misfits" in findBlueprint(after)) return;
      const diff = diffOf(json, after);
      expect(isEqual(diff)).toBe(false);
      const kinds = diff.modules.flatMap((found) => [found.kind, ...found.changes.map((change) => change.kind)]);
      expect(kinds).toContain(told);
    }),
    { numRuns: 60 },
  );
});

test("a change among modules that all got other numbers is told alone", () => {
  const unique = samples.filter(({ json }) => hasUniqueIds(json));
  fc.assert(
    fc.property(fc.constantFrom(...unique), fc.nat(), fc.integer({ min: 1, max: 50 }), ({ json }, number, seed) => {
      const after = renumbered(json, otherIds(json, seed));
      const modules = modulesOf(after);
      const module = modules[number % modules.length];
      const source = module && (resolvePointer(after, module.pointer) as JsonObject);
      if (!module || !source) return;
      source.mapper = { ...(source.mapper as JsonObject), planted: "yes" };
      const { scenario, modules: changed } = diffOf(json, after);
      expect(scenario).toEqual([]);
      expect(changed.map(({ after: state }) => state?.pointer)).toEqual([module.pointer]);
      expect(changed[0]?.changes).toEqual([{ kind: "value", label: "planted", after: "yes", isText: true }]);
    }),
    { numRuns: 100 },
  );
});

/** One of everything that a diff looks into. */
const rich = blueprint(
  [
    webhook(1, { parameters: { __IMTCONN__: 1 } }),
    router(2, [route(setVariable(3, "{{1.a}}", filter("{{1.a}}", "exist"))), route(setVariable(4))], {
      parameters: { else: 1 },
    }),
    module(5, "builtin:BasicIfElse", {
      branches: [
        { type: "condition", label: "l", merge: true, conditions: [[{ a: "x", o: "exist" }]], flow: [setVariable(6)] },
      ],
    }),
    module(7, "builtin:BasicMerge", { outputs: [{ name: "o", mappings: ["{{6.v}}"] }], filters: [null] }),
    module(8, "builtin:BasicAggregator", { parameters: { feeder: 1, target: "9.a" }, flags: { groupBy: "{{1.a}}" } }),
    module(9, "http:MakeRequest", {
      version: 4,
      mapper: { headers: [{ name: "a", value: "b" }] },
      metadata: {
        designer: { x: 0, y: 0 },
        restore: { expect: { a: { label: "l" } } },
        parameters: [{ name: "a", type: "account" }],
      },
      onerror: [module(10, "builtin:Break", { mapper: { retry: true } })],
    }),
    module(11, "ai-local-agent:RunLocalAIAgent", { tools: [{ name: "t", description: "d", flow: [setVariable(12)] }] }),
  ],
  {},
  {
    designer: { orphans: [[setVariable(13)]] },
    notes: [{ content: "n", moduleIds: [1], isFilterNote: false, metadata: {} }],
  },
);

test("blueprints of whatever shape are compared, and the same ones are the same", async () => {
  const places = [...pointersIn(rich)].filter((at) => at !== "" && at !== "/flow");
  const change = fc.tuple(fc.constantFrom(...places), fc.option(fc.jsonValue(), { nil: undefined }));
  const anyShape = fc
    .array(change, { maxLength: 4 })
    .map((changes) => changes.reduce<unknown>((value, [at, by]) => replaced(value, at, by), rich))
    .filter((json) => !("misfits" in findBlueprint(json)));
  const formats = await Promise.all((["text", "markdown", "json"] as const).map(loadFormat));
  fc.assert(
    fc.property(anyShape, anyShape, fc.boolean(), (before, after, all) => {
      const diff = diffOf(before, after, { all });
      for (const format of formats) expect(format([{ before: "a", after: "a", diff }])).not.toBe("");
      expect(differences(diffOf(after, structuredClone(after), { all }))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test("a chain of 5,000 modules is compared, and what was put into it is told alone", () => {
  const chain = (length: number, shift: number): JsonObject[] =>
    Array.from({ length }, (_, index) =>
      setVariable(index + 1 + shift, `{{${Math.max(1, index + shift)}.v}} ${index % 7}`),
    );
  const after = chain(5000, 0);
  after.splice(2500, 0, setVariable(9999, "planted"));
  const { modules } = diffOf(blueprint(chain(5000, 0)), blueprint(after));
  expect(modules.map(({ kind }) => kind)).toEqual(["added"]);
  expect(
    diffOf(
      blueprint(chain(5000, 0)),
      renumbered(blueprint(chain(5000, 0)), (id) => id + 7),
    ).modules,
  ).toEqual([]);
});
