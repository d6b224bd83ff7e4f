import { expect, test } from "vitest";
import { readTypeFaults } from "../../../src/load/check/type-faults.ts";

const read = (...lines: readonly string[]) => readTypeFaults(lines.join("\n"), "/project");

test("of what TypeScript prints, each mistake is read with its place, and which files it saw", () => {
  const path = "/project/scenarios/a (1).scenario.ts";
  expect(read("scenarios/a (1).scenario.ts(7,12): error TS2551: Property 'totl' does not exist.", path, "")).toEqual({
    faults: [{ code: "TS2551", message: "Property 'totl' does not exist", path, line: 7, column: 12, isFinal: false }],
    files: [path],
  });
});

test("of what explains a mistake, the innermost reason is told", () => {
  const { faults, files } = read(
    "a.ts(1,2): error TS2769: No overload matches this call.",
    "  Overload 1 of 2, '(a: A): B', gave the following error.",
    "    Type 'X' is not assignable to type 'Y'.",
    "      Property 'escalate' is missing in type 'X'.",
    "  Overload 2 of 2, '(a: C): B', gave the following error.",
    "    error TS1: not a mistake of its own.ts",
    "a.ts(3,4): error TS2322: Type 'A' is not assignable to type 'B'.",
    "",
    "  of no mistake",
  );
  expect(faults.map(({ message }) => message)).toEqual([
    "No overload matches this call: Property 'escalate' is missing in type 'X'",
    "Type 'A' is not assignable to type 'B'",
  ]);
  expect(files).toEqual([]);
});

test.for<[what: string, line: string]>([
  ["syntax", "a.ts(1,2): error TS1005: ';' expected."],
  ["settings", "tsconfig.json(3,5): error TS5023: Unknown compiler option 'targ'."],
  ["what is in no file", "error TS2688: Cannot find type definition file for 'node'."],
])("mistakes of %s keep it from looking at types", ([, line]) => {
  expect(read(line).faults).toMatchObject([{ isFinal: true }]);
});

test("settings that name no file are no mistake of types", () => {
  expect(read("error TS18003: No inputs were found in config file '/project/tsconfig.json'.").faults).toEqual([]);
});
