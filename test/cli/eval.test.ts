import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { answerLines } from "../../src/cli/mapping-prompt.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cyanotype-eval-"));
  const data = { 1: { customer: { name: "Ada" } }, var: { input: { limit: 10 } } };
  writeFileSync(join(folder, "data.json"), `\ufeff${JSON.stringify(data)}`);
  writeFileSync(join(folder, "broken.json"), "{ 1: }");
  writeFileSync(join(folder, "list.json"), "[]");
});
afterAll(() => rmSync(folder, { recursive: true }));

const capture = () => {
  const output = { stdout: "", stderr: "" };
  const io = {
    cwd: folder,
    colors: false,
    terminal: false,
    stdout: (text: string) => {
      output.stdout += text;
    },
    stderr: (text: string) => {
      output.stderr += text;
    },
  };
  return { output, io };
};

const evaluate = async (...args: readonly string[]) => {
  const { output, io } = capture();
  const code = await main(["eval", ...args], io);
  return { code, ...output };
};

const AT = ["--now", "2026-01-31T23:30:00Z"];

describe("cyanotype eval", () => {
  test.for<[readonly string[], string]>([
    [['{{formatDate(now; "YYYY-MM-DD")}}', ...AT], '"2026-01-31"\n'],
    [['{{formatDate(now; "YYYY-MM-DD")}}', ...AT, "--timezone", "Europe/Prague"], '"2026-02-01"\n'],
    [["now", ...AT], '"2026-01-31T23:30:00.000Z"\n'],
    [["1 + 1"], "2\n"],
    [["Hi {{1.customer.name}}", "--data", "data.json"], '"Hi Ada"\n'],
    [["1.customer", "--data", "data.json"], '{\n  "name": "Ada"\n}\n'],
    [["var.input.limit * 2", "--data", "data.json"], "20\n"],
    [['toBinary("Make")'], '"4d616b65"\n'],
  ])("%j prints the value as JSON", async ([args, expected]) => {
    expect(await evaluate(...args)).toEqual({ code: 0, stdout: expected, stderr: "" });
  });

  test.for([
    ["1.missing", "info  There is no value\n"],
    ["null", "info  There is no value\n"],
    ["ignore", "info  The keyword `ignore` is an order to the module, not a value\n"],
    ["1 / 0", "info  The value is `Infinity`, which JSON has no word for\n"],
  ] as const)("of `%s` prints null, and says what that is", async ([expression, stderr]) => {
    expect(await evaluate(expression)).toEqual({ code: 0, stdout: "null\n", stderr });
  });

  test("shows what is wrong with a mapping, and what to do", async () => {
    expect(await evaluate("{{lower(1.a + )}}")).toEqual({
      code: 1,
      stdout: "",
      stderr: ["error  `+` has no value to its right", "  1 | {{lower(1.a + )}}", "    |             ^", ""].join("\n"),
    });
    expect(await evaluate('Hi {{exists("a")}}')).toEqual({
      code: 1,
      stdout: "",
      stderr: [
        "error  Make has no function `exists`",
        '  1 | Hi {{exists("a")}}',
        "    |      ^^^^^^",
        '  help    Compare with nothing: `ifempty(value; "") != ""`',
        "",
      ].join("\n"),
    });
  });

  test("tells Make's error where it happens only when it runs", async () => {
    const { code, stderr } = await evaluate("round(1.customer)", "--data", "data.json");
    expect(code).toBe(1);
    expect(stderr).toContain(`error  Function 'round' finished with error! '{"name":"Ada"}' is not a valid number`);
  });

  test("warns of what works and is hardly meant", async () => {
    const { code, stdout, stderr } = await evaluate('formatDate(now; "yyyy")', ...AT);
    expect([code, stdout]).toEqual([0, '"2026"\n']);
    expect(stderr).toContain("warning  `yyyy` is no documented part of a date format");
  });

  test.for([
    [["1", "--data", "broken.json"], "This is not JSON"],
    [["1", "--data", "list.json"], "The bundles are not in an object"],
    [["1", "--data", "none.json"], "There is no such file or folder"],
    [["1", "--now", "soon"], "`soon` is no date"],
    [["1", "--timezone", "Mars/Base"], "There is no time zone `Mars/Base`"],
    [["1", "2"], "takes 1 argument, and was given 2"],
  ] as const)("%j is wrong usage", async ([args, message]) => {
    const { code, stdout, stderr } = await evaluate(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });
});

describe("lines", () => {
  const context = { now: new Date("2026-01-31T00:00:00Z") };

  const typed = (...lines: readonly string[]) => {
    const input = new PassThrough();
    input.end(lines.join(""));
    return input;
  };

  test("of a file become one value each, and tell by the exit code when one has none", async () => {
    const { output, io } = capture();
    const code = await answerLines(
      { input: typed("1 + 1\n\n", 'split("a,b"; ",")\n', "foo()\n", "a {{now}}") },
      context,
      io,
    );
    expect(code).toBe(1);
    expect(output.stdout).toBe('2\n["a","b"]\n"a 2026-01-31T00:00:00.000Z"\n');
    expect(output.stderr).toContain("Make has no function `foo`");
  });

  test("on a terminal have a prompt, a history and completion, and may fail", async () => {
    const { output, io } = capture();
    const terminal = new PassThrough();
    let shown = "";
    terminal.on("data", (chunk) => {
      shown += String(chunk);
    });
    const input = new PassThrough();
    const done = answerLines({ input, terminal }, context, io);
    for (const keys of ["foo()\n", "capi\t", '"a")\n', "\u001b[A\n", "\u0004"]) {
      input.write(keys);
      await new Promise(setImmediate);
    }
    const code = await done;
    expect(code).toBe(0);
    expect(output.stdout.split("\n").slice(1)).toEqual(['"A"', '"A"', ""]);
    expect(shown).toContain("> ");
    expect(shown).toContain('capitalize("a")');
  });
});
