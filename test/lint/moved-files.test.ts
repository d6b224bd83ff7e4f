import { describe, expect, test } from "vitest";
import type { BaselineEntry } from "../../src/lint/baseline.ts";
import { movedFiles } from "../../src/lint/moved-files.ts";

/** Entries by path: `two/x*3@rule` is a finding in a scenario, how often, and of which rule. */
const entries = (files: Readonly<Record<string, string>>): readonly BaselineEntry[] =>
  Object.entries(files).flatMap(([path, looks]) =>
    looks.split(" ").map((look): BaselineEntry => {
      const [place = "", rule = "rule"] = look.split("@");
      const [name = "", count = "1"] = place.split("*");
      const [fingerprint = "", scenario] = name.split("/").reverse();
      return {
        path,
        rule,
        fingerprint,
        count: Number(count),
        place: "",
        ...(scenario === undefined ? {} : { scenario }),
      };
    }),
  );

const moved = (
  gone: Readonly<Record<string, string>>,
  found: Readonly<Record<string, string>>,
  isLookedFor = (_rule: string): boolean => true,
) => Object.fromEntries(movedFiles(entries(gone), entries(found), { isLookedFor }));

describe("files of a baseline that are gone", () => {
  test.for<[what: string, Record<string, string>, Record<string, string>, Record<string, string>]>([
    [
      "are those that have the same findings",
      { "a.json": "x y" },
      { "b.json": "x y", "c.json": "z" },
      { "a.json": "b.json" },
    ],
    ["are none where there are two that they could be", { "a.json": "x" }, { "b.json": "x", "c.json": "x" }, {}],
    ["are none when two of them could be the new one", { "a.json": "x", "b.json": "x" }, { "c.json": "x" }, {}],
    [
      "are known by their names in another folder",
      { "old/a.json": "x", "old/b.json": "x" },
      { "new/a.json": "x", "new/b.json": "x" },
      { "old/a.json": "new/a.json", "old/b.json": "new/b.json" },
    ],
    [
      "are known by folders and names",
      { "old/eu/a.json": "x", "old/us/a.json": "x" },
      { "new/eu/a.json": "x", "new/us/a.json": "x" },
      { "old/eu/a.json": "new/eu/a.json", "old/us/a.json": "new/us/a.json" },
    ],
    [
      "have moved rather than been renamed",
      { "old/a.json": "x" },
      { "new/a.json": "x", "new/b.json": "x" },
      { "old/a.json": "new/a.json" },
    ],
    ["are known when a little was mended since", { "a.json": "x y z" }, { "b.json": "x y" }, { "a.json": "b.json" }],
    ["are known when a little is new", { "a.json": "x y" }, { "b.json": "x y z" }, { "a.json": "b.json" }],
    ["are not what shares half with them", { "a.json": "x y" }, { "b.json": "x z" }, {}],
    ["are not what has much else", { "a.json": "x" }, { "b.json": "x y" }, {}],
    [
      "are known by how often something is found",
      { "a.json": "x*4" },
      { "b.json": "x*3", "c.json": "x" },
      { "a.json": "b.json" },
    ],
    [
      "are known by the scenarios in them",
      { "a.ts": "one/x two/y" },
      { "b.ts": "one/x two/y", "c.ts": "one/y two/x" },
      { "a.ts": "b.ts" },
    ],
    ["are none without findings", {}, { "b.json": "x" }, {}],
  ])("%s", ([, gone, found, expected]) => {
    expect(moved(gone, found)).toEqual(expected);
  });

  test("are known whichever rules are off today", () => {
    const gone = { "a.json": "x@on y@off z@off" };
    expect(moved(gone, { "b.json": "x@on" })).toEqual({});
    expect(moved(gone, { "b.json": "x@on" }, (rule) => rule !== "off")).toEqual({ "a.json": "b.json" });
  });
});
