import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/blueprint/blueprint.ts";
import { readBlueprint } from "../../src/blueprint/read.ts";
import { writeBlueprint } from "../../src/blueprint/write.ts";

test("a blueprint is written in the editor's order", () => {
  const condition = { o: "text:equal", b: "Ada", a: "{{1.name}}" };
  const written = writeBlueprint({
    metadata: {
      designer: { orphans: [[{ version: 1, module: "util:SetVariable2", id: 9 }]] },
      scenario: { dlq: true, custom: 1, roundtrips: 1 },
      version: 1,
    },
    extra: { z: 1, a: 2 },
    flow: [
      {
        mapper: { z: 1, a: 2 },
        note: "kept",
        filter: { conditions: [[condition]], name: "" },
        metadata: { expect: [{ type: "text", name: "z" }], designer: { y: 0, x: -5 } },
        routes: [{ flow: [{ onerror: [{ module: "builtin:Ignore", id: 3 }], id: 2 }] }],
        id: 1,
      },
    ],
    name: "Ask",
  });
  expect(written).toBe(`{
  "name": "Ask",
  "flow": [
    {
      "id": 1,
      "filter": {
        "name": "",
        "conditions": [
          [
            {
              "a": "{{1.name}}",
              "b": "Ada",
              "o": "text:equal"
            }
          ]
        ]
      },
      "mapper": {
        "z": 1,
        "a": 2
      },
      "metadata": {
        "designer": {
          "x": -5,
          "y": 0
        },
        "expect": [
          {
            "type": "text",
            "name": "z"
          }
        ]
      },
      "routes": [
        {
          "flow": [
            {
              "id": 2,
              "onerror": [
                {
                  "id": 3,
                  "module": "builtin:Ignore"
                }
              ]
            }
          ]
        }
      ],
      "note": "kept"
    }
  ],
  "metadata": {
    "version": 1,
    "scenario": {
      "roundtrips": 1,
      "dlq": true,
      "custom": 1
    },
    "designer": {
      "orphans": [
        [
          {
            "id": 9,
            "module": "util:SetVariable2",
            "version": 1
          }
        ]
      ]
    }
  },
  "extra": {
    "z": 1,
    "a": 2
  }
}
`);
});

describe("what is written", () => {
  // JSON has one zero.
  const leaf = fc.oneof(fc.string({ unit: "binary" }), fc.integer(), fc.boolean(), fc.constant(null));
  const key = fc.oneof(
    fc.constantFrom("flow", "routes", "branches", "onerror", "filter", "conditions", "metadata", "designer", "id"),
    fc.constantFrom("constructor", "__proto__", "7", ""),
    fc.string(),
  );
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof({ maxDepth: 5 }, leaf, fc.array(tie("value")), fc.dictionary(key, tie("value"))),
  }));
  const object = fc.dictionary(key, value) as fc.Arbitrary<JsonObject>;

  test("says what was meant", () => {
    fc.assert(
      fc.property(object, (blueprint) => {
        expect(JSON.parse(writeBlueprint(blueprint))).toEqual(JSON.parse(JSON.stringify(blueprint)));
      }),
    );
  });

  test("is the same when it is read and written again", () => {
    fc.assert(
      fc.property(object, (blueprint) => {
        const once = writeBlueprint(blueprint);
        expect(writeBlueprint(JSON.parse(once) as JsonObject)).toBe(once);
      }),
    );
  });
});

const corpus = "../shared/corpus/dev";
describe.skipIf(!existsSync(corpus))("real blueprints (skipped without ../shared)", () => {
  test("are written without loss, and most of the editor's exports in the order they came in", () => {
    let sameOrder = 0;
    const files = readdirSync(corpus);
    for (const file of files) {
      const result = readBlueprint(readFileSync(`${corpus}/${file}`, "utf8"));
      if (!result.ok) throw new Error(file);
      const blueprint = result.document.blueprint as JsonObject;
      const written = writeBlueprint(blueprint);
      expect(JSON.parse(written)).toEqual(blueprint);
      if (written === `${JSON.stringify(blueprint, null, 2)}\n`) sameOrder++;
    }
    expect(sameOrder / files.length).toBeGreaterThan(0.5);
  });
});
