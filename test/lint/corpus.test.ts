import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readBlueprint } from "../../src/blueprint/read.ts";
import { type Finding, lint } from "../../src/lint/linter.ts";
import type { Rule } from "../../src/lint/rule.ts";
import { scenarioOf } from "../../src/model/scenario-of.ts";
import { resolvePointer } from "../../src/util/json-pointer.ts";

// Blueprints of many origins. They are other people's data and no part of the project; without them nothing is tested.
const CORPUS = new URL("../../../shared/corpus/", import.meta.url);
const isThere = existsSync(CORPUS);

interface Linted {
  readonly file: string;
  readonly json: unknown;
  readonly findings: readonly Finding[];
}

function lintFile(file: string): Linted {
  const read = readBlueprint(readFileSync(new URL(file, CORPUS), "utf8"));
  if (!read.ok) throw new SyntaxError(`${file} is no blueprint: ${read.problems[0]?.message}`);
  const { json, blueprint, root } = read.document;
  const severityOf = ({ severity: { recommended } }: Rule) => (recommended === "off" ? "info" : recommended);
  return { file, json, findings: lint({ scenario: scenarioOf(read.document), json: blueprint, root }, { severityOf }) };
}

const lintFolder = (folder: string): readonly Linted[] =>
  readdirSync(new URL(`${folder}/`, CORPUS)).map((name) => lintFile(`${folder}/${name}`));

interface Manifest {
  readonly files: readonly { readonly file: string; readonly kind: "export" | "handwritten" }[];
}

function exportedFiles(): ReadonlySet<string> {
  const manifest: Manifest = JSON.parse(readFileSync(new URL("MANIFEST.json", CORPUS), "utf8"));
  return new Set(manifest.files.filter(({ kind }) => kind === "export").map(({ file }) => file));
}

/** How often each rule reports an error, and in how many files. */
function errorsByRule(linted: readonly Linted[]): Readonly<Record<string, readonly [findings: number, files: number]>> {
  const named = linted.map(({ findings }) =>
    findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule),
  );
  const count = (rule: string): readonly [number, number] => [
    named.flat().filter((other) => other === rule).length,
    named.filter((rulesOfFile) => rulesOfFile.includes(rule)).length,
  ];
  return Object.fromEntries(named.flat().map((rule) => [rule, count(rule)]));
}

describe.skipIf(!isThere)("the corpus of real blueprints (in ../shared)", () => {
  const dev = isThere ? lintFolder("dev") : [];
  const clipboard = isThere ? lintFolder("clipboard") : [];
  const versions = isThere ? lintFolder("versions") : [];

  test("gives findings at places that exist, or whose surroundings do", () => {
    for (const { file, json, findings } of [...dev, ...clipboard, ...versions]) {
      for (const { rule, at } of findings) {
        const value = resolvePointer(json, at.pointer);
        if (at.range !== undefined) {
          expect(value, `${file} ${rule} ${at.pointer}`).toBeTypeOf("string");
          expect(at.range.start).toBeLessThan(at.range.end);
          expect(at.range.end).toBeLessThanOrEqual(String(value).length);
        } else if (value === undefined) {
          const around = at.pointer.slice(0, at.pointer.lastIndexOf("/"));
          expect(resolvePointer(json, around), `${file} ${rule} ${at.pointer}`).toBeDefined();
        }
      }
    }
  });

  // Each was looked at, and each is a mistake that somebody made in the editor: slots without a module, modules and
  // fields that were never filled in, mappings that lost their module or read one that has not run or has failed,
  // conditions joined with "and" in place of "or", and expressions that were pasted or typed wrongly.
  test("has these errors in genuine exports, and no others", () => {
    const exported = exportedFiles();
    const genuine = dev.filter(({ file }) => exported.has(file));
    expect(genuine).toHaveLength(226);
    expect(errorsByRule(genuine)).toEqual({
      "bad-module-name": [6, 4],
      "contradictory-conditions": [1, 1],
      "dangling-reference": [27, 1],
      "invalid-expression": [30, 7],
      "missing-required-field": [4, 3],
      "unreachable-reference": [3, 2],
      "wrong-operand-type": [1, 1],
    });
  });

  test("has no errors in what the editor copied", () => {
    expect(clipboard).toHaveLength(98);
    expect(errorsByRule(clipboard)).toEqual({});
  });

  test("has made-up modules and operators in files that no editor wrote", () => {
    const exported = exportedFiles();
    const errors = errorsByRule(dev.filter(({ file }) => !exported.has(file)));
    expect(errors).toMatchObject({
      "aggregator-without-source": [4, 3],
      "bad-module-version": [4, 2],
      "fabricated-module": [30, 20],
      "modules-after-router": [9, 8],
      "route-filter-misplaced": [13, 5],
      "router-without-routes": [2, 2],
      "unknown-operator": [16, 7],
      "unreachable-reference": [9, 4],
    });
  });
});
