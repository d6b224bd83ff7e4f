import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ReadResult, readBlueprint } from "../../src/blueprint/read.ts";
import { writeBlueprint } from "../../src/blueprint/write.ts";
import { formatProblem } from "../../src/diagnostics/diagnostic.ts";

/** A blueprint whose only module has this text as a value. */
const holding = (value: string): string =>
  `{\n"flow": [{ "id": 1, "module": "a:b", "version": 1, "mapper": { "value":\n ${value} } }] }`;

const read = (value: string): ReadResult => readBlueprint(holding(value), { exact: true });

function readValue(result: ReadResult): unknown {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  const [module] = result.document.blueprint.flow as [{ readonly mapper: { readonly value: unknown } }];
  return module.mapper.value;
}

const problemsOf = (result: ReadResult): readonly string[] =>
  result.ok ? [] : result.problems.map((problem) => formatProblem({ ...problem, path: "f" }));

describe("a number that JavaScript would change", () => {
  test.for<[string, bigint]>([
    ["9007199254740993", 9007199254740993n],
    ["-9007199254740993", -9007199254740993n],
    ["12345678901234567890", 12345678901234567890n],
    [`1${"0".repeat(98)}1`, 10n ** 99n + 1n],
  ])("is kept to its last digit when it is whole: %s", ([written, expected]) => {
    expect(readValue(read(written))).toBe(expected);
  });

  test("is rounded for those who only look at it", () => {
    expect(readValue(readBlueprint(holding("9007199254740993")))).toBe(9007199254740992);
  });

  test("is kept wherever it stands, beside what is plain", () => {
    const value = `{ "a": [1, 9007199254740993, "9007199254740993"], "\\u0062": { "c": 9007199254740993, "d": null } }`;
    expect(readValue(read(value))).toEqual({
      a: [1, 9007199254740993n, "9007199254740993"],
      b: { c: 9007199254740993n, d: null },
    });
  });

  test.for([
    ["0.1000000000000000055511", "0.1"],
    ["9007199254740993.5", "9007199254740994"],
    ["1e-400", "0"],
    ["9007199254740993e1", "90071992547409940"],
    ["1".repeat(101), "1.111111111111111e+100"],
  ] as const)("is told of when nothing can hold it: %s", ([written, rounded]) => {
    const shown = written.length > 40 ? `${written.slice(0, 40)}…` : written;
    expect(problemsOf(read(written))).toEqual([
      `f:3:2: The number \`${shown}\` cannot be kept as it is written\n` +
        `  help: Make's editor reads it as ${rounded}, as JavaScript does: write that, or a text if each digit counts`,
    ]);
  });

  test.for(["1e400", "-1e400"])("is told of when no program counts so far: %s", (written) => {
    expect(problemsOf(read(written))).toEqual([
      `f:3:2: The number \`${written}\` cannot be kept as it is written\n` +
        "  help: No program counts so far: write it as a text if it is meant",
    ]);
  });

  test("is told of once for each, up to as many as a person looks at", () => {
    expect(problemsOf(read(`[${Array.from({ length: 50 }, () => "1e400")}]`))).toHaveLength(20);
  });

  test.for(["1e9999999999", `${"9".repeat(1_000_000)}`, `1${"0".repeat(1_000_000)}1`])(
    "takes no time, however long it is (%#)",
    (written) => {
      const started = performance.now();
      expect(problemsOf(read(written))).toHaveLength(1);
      expect(performance.now() - started).toBeLessThan(1000);
    },
  );
});

describe("a number is plain", () => {
  test.for<[string, number]>([
    ["0", 0],
    ["-0", -0],
    ["1.0", 1],
    ["1E5", 100000],
    ["1.50e+2", 150],
    ["9007199254740992", 9007199254740992],
    ["9007199254740994", 9007199254740994],
    ["100000000000000000000000", 1e23],
    ["1e308", 1e308],
    ["5e-324", 5e-324],
    ["0.10000000000000000", 0.1],
    ["0.10000000000000001", 0.1],
    ["52.370215999999999", 52.370216],
    ["-122.41941550000000", -122.4194155],
  ])("when JavaScript reads it as what it says: %s", ([written, expected]) => {
    expect(readValue(read(written))).toBe(expected);
  });

  test("whatever programs write for any double", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        for (const written of [JSON.stringify(number), number.toExponential()])
          expect(readValue(read(written))).toBe(Number(written));
      }),
    );
  });
});

test("what is read exactly is written with the very digits", () => {
  // A long row of zeros is the same number as one with an exponent, which is how JavaScript writes it.
  const whole = fc
    .bigInt({ min: -(10n ** 90n), max: 10n ** 90n })
    .filter((n) => n % 10n !== 0n || String(n).length < 20);
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.array(whole),
      fc.dictionary(fc.string(), fc.oneof(fc.string(), whole)),
      (plain, numbers, byName) => {
        const value = { plain, numbers, byName: { ...byName, empty: {}, none: [] } };
        const flow = [{ id: 1, module: "a:b", version: 1, mapper: { value } }];
        const text = writeBlueprint({ name: "A", flow } as never);
        const again = readBlueprint(text, { exact: true });
        fc.pre(again.ok || !text.includes("__proto__"));
        if (!again.ok) throw new Error(problemsOf(again).join("\n"));
        for (const number of numbers) expect(text).toContain(String(number));
        expect(writeBlueprint(again.document.blueprint as never)).toBe(text);
      },
    ),
  );
});

test("writing with and without such a number lays the text out alike", () => {
  const shape = (value: unknown): string =>
    writeBlueprint({ name: "A", a: [{ b: value, c: [], d: {}, e: undefined }] } as never);
  expect(shape(5n)).toBe(shape(5));
});
