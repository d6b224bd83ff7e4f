import { describe, expect, test } from "vitest";
import { defineCustomFunction } from "../../src/iml/custom-functions.ts";
import { expressionValue } from "./evaluating.ts";

/** Calls a custom function with the arguments as an expression writes them. */
const run = (source: string, args = "", given: Parameters<typeof expressionValue>[1] = {}): unknown => {
  const custom = defineCustomFunction({
    name: "f",
    params: [{ name: "a", type: "any", optional: true, rest: true }],
    source,
  });
  return expressionValue(`f(${args})`, { customFunctions: new Map([["f", custom]]), ...given });
};

const failed = (reason: string) => `error: Function 'f' finished with error! ${reason}`;

describe("a custom function", () => {
  test.for<[string, string, unknown]>([
    ["function f(a, b) { return a + b; }", "1; 2", 3],
    ["(a) => a.toUpperCase()", '"make"', "MAKE"],
    ["(...all) => all.length", "1; ; 3", 3],
    ["(a) => a === null", "1.missing", true],
    ["() => undefined", "", null],
    ["(a) => ({ a, b: [a, { c: a }] })", "true", { a: true, b: [true, { c: true }] }],
    ["(a) => a instanceof Date && a.getTime()", "now", 1772600767089],
    ["() => new Date(0)", "", "1970-01-01T00:00:00.000Z"],
    ["(a) => a.list.map((date) => date.getUTCFullYear())", "1", [2026]],
    ["(a) => a", 'toBinary("Make")', "Make"],
    ["() => 12n", "", "12"],
    ["(a) => iml.upper(a) + iml.length(a)", '"make"', "MAKE4"],
    ['() => iml.formatDate(iml.parseDate("2026-07-01", "YYYY-MM-DD"), "DD.MM.YYYY")', "", "01.07.2026"],
    ["() => Object.keys(iml).length > 70 && typeof iml.constructor", "", "undefined"],
    ["() => new Date(2026, 6, 1).toISOString()", "", "2026-07-01T00:00:00.000Z"],
    ["() => [typeof console.log, typeof Intl.NumberFormat, /a/.test('a')]", "", ["function", "function", true]],
  ])("`%s` of `%s` gives its value", ([source, args, expected]) => {
    expect(run(source, args === "1" ? "`1`" : args, { bundles: { 1: { list: [new Date("2026-01-01")] } } })).toEqual(
      expected,
    );
  });

  test("has the clock of the organization", () => {
    const timezone = "Asia/Tokyo";
    expect(run("() => new Date(2026, 6, 1).toISOString()", "", { timezone })).toBe("2026-06-30T15:00:00.000Z");
    expect(run("() => iml.formatDate(new Date(0), 'HH')", "", { timezone })).toBe("09");
  });

  test.for<[string, string]>([
    ["() => { throw new Error('no'); }", "no"],
    ["() => { throw 'no'; }", "no"],
    ["() => { throw { toString() { return 'no'; } }; }", "no"],
    ["() => { throw { toString() { throw 1; } }; }", "The error says nothing of itself"],
    ["() => missing", "missing is not defined"],
    ["12", "The source is not a function"],
    ["function (", "Unexpected end of input"],
    ["async () => 1", "Custom functions must be synchronous"],
    ["() => iml.parseDate('x', 'YYYY')", "'x' is not a valid date or does not match the date format"],
    ["() => iml.foo()", "iml.foo is not a function"],
    ["() => f()", "f is not defined"],
    [`() => 1 // ${"x".repeat(5000)}`, "Custom functions have at most 5,000 characters"],
  ])("`%s` fails", ([source, reason]) => {
    expect(run(source)).toBe(failed(reason));
  });

  test("without a source cannot be run", () => {
    const customFunctions = new Map([["f", defineCustomFunction({ name: "f", params: [] })]]);
    expect(expressionValue("f()", { customFunctions })).toBe(failed("The source of 'f' is not known"));
  });

  test("is run for what it gives, before Make's own of the same name", () => {
    const customFunctions = new Map([
      ["upper", defineCustomFunction({ name: "upper", params: [], source: "() => 1" })],
    ]);
    expect(expressionValue("upper() + 1", { customFunctions })).toBe(2);
  });
});

describe("hostile code", () => {
  const NO_CODE = "Code generation from strings disallowed for this context";

  test.for<[string, unknown]>([
    ["() => this.constructor.constructor('return process')()", failed(NO_CODE)],
    ["() => ({}).constructor.constructor('return process')()", failed(NO_CODE)],
    ["(a) => a.constructor.constructor('return process')()", failed(NO_CODE)],
    ["() => iml.upper.constructor('return process')()", failed(NO_CODE)],
    ["() => (async () => {}).constructor('return process')()", failed(NO_CODE)],
    ["() => import('node:fs').constructor.constructor('return process')()", failed(NO_CODE)],
    ["() => eval('1')", failed(NO_CODE)],
    ["() => process", failed("process is not defined")],
    ["() => require('node:fs')", failed("require is not defined")],
    ["() => fetch('https://example.com')", failed("fetch is not defined")],
    ["() => setTimeout(() => {}, 0)", failed("setTimeout is not defined")],
    ["() => new Worker('')", failed("Worker is not defined")],
    ["() => typeof WebAssembly + typeof SharedArrayBuffer + typeof Buffer", "undefinedundefinedundefined"],
    [
      "() => Object.keys(globalThis).concat(typeof global, typeof module, typeof exports)",
      ["undefined", "undefined", "undefined"],
    ],
    ["() => arguments.callee", failed("arguments is not defined")],
    ["function f() { return String(f.caller) }", "null"],
    [
      "() => { Error.prepareStackTrace = (_, calls) => calls.slice(1).map((call) => call.getFunction() ?? call.getThis()); return new Error().stack; }",
      expect.not.arrayContaining([expect.anything()]),
    ],
    [
      "function f(n = 0) { try { return f(n + 1); } catch (error) { return error.constructor.constructor('return process')(); } }",
      failed(NO_CODE),
    ],
    [
      "() => { const dig = () => { try { return dig(); } catch { return iml.upper('x'); } }; try { return dig(); } catch (error) { return error.constructor === RangeError || error.constructor === Error; } }",
      expect.toSatisfy((value) => value === "X" || value === true),
    ],
    ["() => Object.getOwnPropertyNames(import('node:fs').constructor.constructor).includes('caller')", false],
  ])("finds nothing of the world: %s", ([source, expected]) => {
    expect(run(source, '"x"')).toEqual(expected);
  });

  test.for([
    "() => { while (true) {} }",
    "() => { for (const a = [];;) a.push(new Array(1e6).fill(1)); }",
    "() => Array(2 ** 27).fill(0).length",
    "() => 'x'.repeat(2 ** 28)",
    "() => { let all = 'x'; for (;;) all += all + all.length; }",
    "() => { const map = new Map(); for (let i = 0;; i++) map.set(i, i); }",
    "() => /^(a+)+$/.test('a'.repeat(50) + '!')",
    "() => { for (;;) iml.upper('x'); }",
    "() => ({ get a() { while (true) {} } })",
    "() => new Proxy({}, { ownKeys() { while (true) {} } })",
    "() => 2n ** 100000000n",
    "() => { for (;;) { try { while (true) {} } catch {} finally { continue; } } }",
    "(() => { while (true) {} })()",
  ])("is stopped: %s", (source) => {
    expect(run(source)).toMatch(/^error: .*(timed out after 300ms|too much memory|Invalid string length|larger than)/);
    expect(run("() => 1")).toBe(1);
  });

  test("is stopped in the middle of a question, and the next one gets no answer to it", () => {
    for (let time = 0; time < 8; time++) {
      expect(run("() => { for (;;) iml.upper('x'); }")).toMatch(/^error: .*timed out after 300ms/);
      expect(run("() => iml.upper('y')")).toBe("Y");
    }
  });

  test.for([
    "() => { Promise.resolve().then(function again() { Promise.resolve().then(again); }); return 1; }",
    "() => { import('node:fs').catch((error) => { globalThis.leak = error; while (true) {} }); return 1; }",
  ])("leaves nothing behind that runs on: %s", (source) => {
    expect(run(source)).toBe(1);
    expect(run("() => typeof leak")).toBe("undefined");
  });

  test("cannot reach our objects", () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    expect(
      run(
        "() => { Object.prototype.polluted = 1; Array.prototype.map = () => 'x'; JSON.stringify = () => 'x'; return [1]; }",
      ),
    ).toBeDefined();
    expect(run('() => JSON.parse(\'{"__proto__": {"polluted": 1}}\')')).toEqual({ ["__proto__"]: { polluted: 1 } });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(run("() => [1, 2].map((n) => n + 1)")).toEqual([2, 3]);
  });

  test.for<[string, unknown]>([
    ["() => { Object.prototype.toJSON = () => null; return {}; }", null],
    ["() => { Object.prototype.toJSON = () => undefined; return {}; }", null],
    ["() => { Object.prototype.toJSON = () => [1]; return {}; }", null],
    ["() => { Array.prototype.toJSON = () => 'x'; return iml.upper('a'); }", failed("This is no call of a function")],
    [
      "() => { Array.prototype.toJSON = () => ['upper', 'a']; return iml.upper('a'); }",
      failed("This is no call of a function"),
    ],
  ])("gains nothing by writing other JSON: %s", ([source, expected]) => {
    expect(run(source)).toEqual(expected);
    expect(run("() => 1")).toBe(1);
  });

  test("gives plain values only", () => {
    expect(run("() => ({ f() {}, s: Symbol('x'), n: NaN, u: undefined, toJSON() { return 'x'; } })")).toEqual({
      n: null,
    });
    expect(run("() => { const a = []; a.push(a); return a; }")).toBe(failed("Maximum call stack size exceeded"));
    expect(run("() => { let a = 1; for (let i = 0; i < 1000; i++) a = [a]; return a; }")).toContain(
      "nested deeper than",
    );
    expect(run("() => 'x'.repeat(11e6)")).toContain("larger than");
  });
});
