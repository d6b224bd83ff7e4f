import { describe, expect, test } from "vitest";
import { rules } from "../../src/lint/rules.generated.ts";
import { type CleanName, clean } from "./clean.ts";
import { faults, themes } from "./faults.ts";
import { check, expectedIn, type Marked, mutated } from "./mutation.ts";
import { nearMisses } from "./near-misses.ts";

const shown = ({ finding: { rule, at }, underlined }: Marked): string => `${rule} at ${at.pointer}: ${underlined}`;

describe("the clean blueprints", () => {
  test.for(Object.entries(clean))("%s has no finding, however strict the linter is", ([, blueprint]) => {
    expect(check(blueprint).map(shown)).toEqual([]);
  });

  test("are all used", () => {
    const names = Object.keys(clean) as CleanName[];
    expect(names.filter((name) => !faults.some((fault) => fault.in === name))).toEqual([]);
  });
});

describe.for(Object.entries(themes))("a fault of %s is found, where it is", ([, rows]) => {
  test.for(rows)("$fault", (mutation) => {
    const blueprint = mutated(mutation);
    const found = check(blueprint, mutation.finds, mutation.beside);
    const expected = expectedIn(mutation, blueprint, found);
    expect(expected, found.map(shown).join("\n") || "nothing was found").toBeDefined();
    const fired = new Set(found.map(({ finding }) => finding.rule));
    expect([...fired].sort()).toEqual([mutation.finds, ...(mutation.also ?? [])].sort());
  });
});

describe("what comes close to a fault", () => {
  test.for(nearMisses)("$name is none", (nearMiss) => {
    expect(check(mutated(nearMiss), undefined, nearMiss.beside).map(shown)).toEqual([]);
  });
});

describe("the suite", () => {
  test("has a fault for every rule", () => {
    const found = new Set(faults.map(({ finds }) => finds));
    expect(rules.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([]);
  });

  test("tells each fault once", () => {
    expect(new Set(faults.map(({ fault }) => fault)).size).toBe(faults.length);
  });
});
