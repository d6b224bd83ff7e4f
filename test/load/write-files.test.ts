import { mkdirSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { ProblemError } from "../../src/diagnostics/diagnostic.ts";
import { writeFiles } from "../../src/load/write-files.ts";
import { project } from "./project.ts";

test("writes files, and the folders that they need", () => {
  const files = project({ "old.json": "old" });
  writeFiles([
    { path: files.path("old.json"), text: "new" },
    { path: files.path("a/b/c.json"), text: "c" },
  ]);
  expect([files.read("old.json"), files.read("a/b/c.json")]).toEqual(["new", "c"]);
  expect(readdirSync(files.folder)).toEqual(["a", "old.json"]);
});

test("writes nothing when one of them cannot be written", () => {
  const files = project({ "first.json": "old", file: "no folder" });
  expect(() =>
    writeFiles([
      { path: files.path("first.json"), text: "new" },
      { path: files.path("file/second.json"), text: "new" },
    ]),
  ).toThrow(expect.objectContaining({ code: expect.stringMatching(/^(ENOTDIR|EEXIST)$/u) }));
  expect(files.read("first.json")).toBe("old");
  expect(readdirSync(files.folder)).toEqual(["file", "first.json"]);
});

test("leaves no folder behind that was made for what could not be written", () => {
  const files = project({ file: "no folder" });
  expect(() =>
    writeFiles([
      { path: files.path("a/b/first.json"), text: "new" },
      { path: files.path("file/second.json"), text: "new" },
    ]),
  ).toThrow();
  expect(readdirSync(files.folder)).toEqual(["file"]);
});

test("puts back what it has replaced when a later file cannot take its place", () => {
  const files = project({ "first.json": "old" });
  mkdirSync(files.path("second.json/inside"), { recursive: true });
  expect(() =>
    writeFiles([
      { path: files.path("first.json"), text: "new" },
      { path: files.path("second.json"), text: "new" },
    ]),
  ).toThrow();
  expect(files.read("first.json")).toBe("old");
  expect(readdirSync(files.folder)).toEqual(["first.json", "second.json"]);
});

test("puts no file in the place of a device, and names no file that nobody knows", () => {
  const files = project({ "first.json": "old" });
  expect(() =>
    writeFiles([
      { path: files.path("first.json"), text: "new" },
      { path: "/dev/null", text: "new" },
    ]),
  ).toThrow(ProblemError);
  expect(files.read("first.json")).toBe("old");
  const long = files.path("x".repeat(253));
  expect(() => writeFiles([{ path: long, text: "new" }])).toThrow(expect.objectContaining({ path: long }));
});
