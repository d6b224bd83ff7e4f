import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { module } from "../lint/blueprints.ts";
import { comparable, exported, learnFrom, modulesOf, plainDeclaration } from "./learning.ts";
import { runCode } from "./learnt-code.ts";

describe("whatever an export says,", () => {
  const hostile = fc.constantFrom(
    ..."\" ' ` */ // ${x} \\ \u2028 \u2029 \n \r \u0000 \u001b[31m \u202e __proto__ constructor toString class 1 \ud800 日 ; }".split(
      " ",
    ),
  );
  const word = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.array(hostile, { maxLength: 4 }).map((parts) => parts.join("")),
  );
  const type = fc.constantFrom(
    ..."text number uinteger boolean date select array collection buffer json any account:a,b hook:x udt filter file hidden nonsense".split(
      " ",
    ),
  );
  const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), word, fc.constant("{{1.x}}"));
  const entry: fc.Arbitrary<unknown> = fc.letrec<{ entry: unknown }>((tie) => ({
    entry: fc.record(
      {
        name: word,
        type: fc.oneof(type, word),
        label: word,
        required: fc.boolean(),
        multiple: fc.boolean(),
        validate: fc.record(
          { enum: fc.array(fc.oneof(word, fc.integer(), fc.boolean()), { maxLength: 3 }), min: fc.double() },
          { requiredKeys: [] },
        ),
        spec: fc.oneof({ depthSize: "small" }, value, tie("entry"), fc.array(tie("entry"), { maxLength: 3 })),
        options: fc.oneof(
          value,
          fc.array(fc.record({ value, nested: fc.array(tie("entry"), { maxLength: 2 }) }, { requiredKeys: [] }), {
            maxLength: 2,
          }),
        ),
      },
      { requiredKeys: [] },
    ),
  })).entry;
  const list = fc.oneof({ weight: 5, arbitrary: fc.array(entry, { maxLength: 4 }) }, { weight: 1, arbitrary: value });
  const object = fc.dictionary(word, value, { maxKeys: 4 });
  const slug = fc.oneof(word, fc.constantFrom("a", "b-c", "app#a"));
  const anyModule = fc
    .record({
      type: fc.tuple(slug, fc.oneof(word, fc.constantFrom("x", "TriggerX", "searchX"))).map((parts) => parts.join(":")),
      version: fc.constantFrom(1, 2),
      parameters: fc.oneof(object, value),
      mapper: fc.oneof(object, fc.constant(null)),
      metadata: fc.record({ expect: list, parameters: list, interface: list }, { requiredKeys: [] }),
    })
    .map(({ type: id, ...more }) => module(1, id, more));
  const anyExports = fc
    .array(anyModule, { minLength: 1, maxLength: 4 })
    .map((flow) => flow.map((one) => modulesOf(one)));

  test("the code declares what is declared at run time, and nothing breaks out of it", async () => {
    await fc.assert(
      fc.asyncProperty(anyExports, async (exports) => {
        for (const { code, modules } of learnFrom(exports)) {
          expect(code).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\ufeff]/u);
          expect(await runCode(code)).toEqual(
            modules.map(({ name: key, declaration }) => [key, plainDeclaration(declaration)]),
          );
        }
      }),
    );
  });

  test("neither the order of exports matters, nor how often they are learnt from", () => {
    fc.assert(
      fc.property(anyExports, (exports) => {
        const once = learnFrom(exports);
        const declarations = once.flatMap(({ modules }) => modules.map(({ declaration }) => declaration));
        expect(comparable(learnFrom(exports.toReversed()))).toEqual(comparable(once));
        expect(comparable(learnFrom(exports, declarations))).toEqual(comparable(once));
        expect(comparable(learnFrom([], declarations))).toEqual(comparable(once));
      }),
    );
  });

  test("file names are plain, and no two are the same", () => {
    fc.assert(
      fc.property(
        fc.array(
          slug.filter((text) => !text.includes(":")),
          { maxLength: 8 },
        ),
        (slugs) => {
          const files = learnFrom(slugs.map((text) => exported({ mapper: { x: 1 } }, `${text}:b`))).map(
            ({ fileName }) => fileName,
          );
          for (const file of files) expect(file).toMatch(/^[a-z0-9][a-z0-9-]*\.ts$/u);
          expect(new Set(files).size).toBe(files.length);
        },
      ),
    );
  });
});
