// `render` and `diff` write what the ending of a file promises.

import { describe, expect, test } from "vitest";
import { blueprint, setVariable, webhook } from "../lint/blueprints.ts";
import { type Project, project } from "../load/project.ts";
import { type Ran, run, transcript } from "./command.ts";

const valued = (value: string): string =>
  JSON.stringify({ ...blueprint([webhook(), setVariable(2, value)]), name: "A" });
const files = (): Project => project({ "a.json": valued("a"), "b.json": valued("b") });
const INPUTS: Readonly<Record<string, readonly string[]>> = { render: ["a.json"], diff: ["a.json", "b.json"] };
const write = ({ folder }: Project, command: string, ...args: readonly string[]): Ran =>
  run(folder, [command, ...(INPUTS[command] ?? []), ...args]);

describe("the ending of a file", () => {
  test.for<[command: string, name: string, start: RegExp]>([
    ["render", "out.svg", /^<svg /u],
    ["render", "out.SVG", /^<svg /u],
    ["render", "out.html", /^<!doctype html>/iu],
    ["render", "out.mmd", /^(?:---|flowchart|%%)/u],
    ["render", "out.txt", /^A\n/u],
    ["render", "outline", /^A\n/u],
    ["diff", "out.svg", /^<svg /u],
    ["diff", "out.htm", /^<!doctype html>/iu],
    ["diff", "out.mermaid", /^(?:---|flowchart|%%)/u],
    ["diff", "out.md", /^#/u],
    ["diff", "out.json", /^\{\n {2}"version": 1,/u],
    ["diff", "out.patch", /^\[\n {2}\{/u],
    ["diff", "out.txt", /^a\.json → b\.json/u],
  ])("chooses what `%s -o %s` writes", ([command, name, start]) => {
    const made = files();
    const { code, stderr } = write(made, command, "-o", name);
    expect(stderr).toBe(`written  ${name}\n`);
    expect(code).toBe(command === "diff" ? 1 : 0);
    expect(made.read(name)).toMatch(start);
  });

  test("draws a PNG", () => {
    const made = files();
    expect(write(made, "render", "-o", "out.png").stderr).toBe("written  out.png\n");
    expect(made.read("out.png")).toMatch(/^.PNG/u);
  });

  test.for<[command: string, format: string, name: string]>([
    ["diff", "patch", "out.json"],
    ["diff", "mermaid", "out.md"],
    ["render", "mermaid", "out.md"],
    ["render", "svg", "out"],
    ["render", "svg", "v1.2"],
  ])("leaves `%s --format %s -o %s` to who writes it", ([command, format, name]) => {
    expect(write(files(), command, "--format", format, "-o", name).stderr).toBe(`written  ${name}\n`);
  });

  test("says nothing of a folder", () => {
    expect(write(files(), "render", "-o", "pictures.svg/").stderr).toBe("written  pictures.svg/a.txt\n");
  });
});

describe("what contradicts the ending of a file", () => {
  const refused = (command: string, ...args: readonly string[]): string => {
    const made = files();
    return transcript(write(made, command, ...args), made.folder);
  };

  test("is refused", () => {
    expect(refused("render", "--format", "png", "-o", "out.svg")).toMatchInlineSnapshot(`
      "[stderr]
      out.svg  error  \`--format png\` is asked for, and the name of the file ends in \`.svg\`
        help    Leave out \`--format\`, or end the name in .png
      [exit code 2]"
    `);
    expect(refused("diff", "--format", "text", "-o", "out.html")).toMatchInlineSnapshot(`
      "[stderr]
      out.html  error  \`--format text\` is asked for, and the name of the file ends in \`.html\`
        help    Leave out \`--format\`, or end the name in .txt
      [exit code 2]"
    `);
  });

  test("is a format that the command does not have", () => {
    expect(refused("render", "-o", "out.json")).toMatchInlineSnapshot(`
      "[stderr]
      out.json  error  Nothing is written as \`.json\` here
        help    End the name in .txt, .svg, .png, .html, .mmd
      [exit code 2]"
    `);
    expect(refused("render", "-o", "out.md")).toMatchInlineSnapshot(`
      "[stderr]
      out.md  error  Nothing is written as \`.md\` here
        help    End the name in .txt, .svg, .png, .html, .mmd
      [exit code 2]"
    `);
  });
});
