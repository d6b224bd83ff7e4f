import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { listedRules } from "../../src/lint/listed-rules.ts";
import { type Project, project } from "../load/project.ts";
import { run } from "./command.ts";

const script = (shell: string): string => run(".", ["completion", shell]).stdout;
const isInstalled = (shell: string): boolean => spawnSync(shell, ["--version"]).status === 0;
const unless = (shell: string): string => (isInstalled(shell) ? shell : `${shell} (skipped: it is not installed here)`);

describe.skipIf(!isInstalled("bash"))(`completion in ${unless("bash")}`, () => {
  /** What bash offers for these words, of which the last one is being typed. */
  function offered(words: readonly string[], { folder, write }: Project = project()): readonly string[] {
    write({ script: script("bash") });
    const quoted = words.map((word) => `'${word}'`).join(" ");
    const { stdout, stderr } = spawnSync(
      "bash",
      [
        "--norc",
        "-c",
        `source ./script; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; _cyanotype; printf '%s\\n' "\${COMPREPLY[@]}"`,
      ],
      { cwd: folder, encoding: "utf8" },
    );
    expect(stderr).toBe("");
    return stdout.split("\n").filter((line) => line !== "");
  }

  test("offers every command that the help lists", () => {
    const listed = [...run(".", ["--help"]).stdout.matchAll(/^ {2}([a-z]+) /gmu)].map(([, name]) => name);
    expect(listed.length).toBeGreaterThan(12);
    expect(offered(["cyanotype", ""]).toSorted()).toEqual(listed.toSorted());
  });

  test.for(["lint", "compile", "diff", "dev", "modules"])(
    "offers every option that the help of %s lists",
    (command) => {
      const help = run(".", [command, "--help"]).stdout;
      const listed = [...help.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gmu)].map(([, flag]) => flag);
      expect(offered(["cyanotype", command, "--"]).toSorted()).toEqual(listed.toSorted());
    },
  );

  test.for<[typed: string, offers: string]>([
    ["li", "lint"],
    ["lint --form", "--format"],
    ["lint --format j", "json junit"],
    ["lint --format = s", "sarif"],
    ["lint x.json --preset ", "recommended strict publish"],
    ["lint --fix =", "safe all"],
    ["lint --rule danglin", "dangling-reference="],
    ["lint --rule dangling-reference = ", "off info warning error"],
    ["lint --rule dangling-reference = w", "warning"],
    ["explain hitl/default-not", "hitl/default-not-option"],
    ["modules l", "learn"],
    ["modules learn --o", "--out"],
    ["completion ", "bash zsh fish"],
    ["help dec", "decompile"],
    // The value of an option is no command, and the command stays the same behind it.
    ["lint --env compile --for", "--format"],
    ["lint --format json --fail-on ", "error warning info"],
    // Files, which bash completes itself.
    ["lint ", ""],
    ["lint --output ", ""],
    ["diff a.js", ""],
    ["lint --nope=", ""],
  ])("offers for %j: %j", ([typed, offers]) => {
    expect(offered(["cyanotype", ...typed.split(" ")]).join(" ")).toBe(offers);
  });

  test("offers every rule", () => {
    const ids = listedRules.map(({ id }) => id);
    expect(offered(["cyanotype", "explain", ""])).toEqual(ids);
    expect(offered(["cyanotype", "lint", "--rule", ""])).toEqual(ids.map((id) => `${id}=`));
  });
});

describe("completion", () => {
  test.for(["zsh", "fish"])("has a script for %s with commands, options, choices and rules", (shell) => {
    const text = script(shell);
    for (const word of ["decompile", "max-warnings", "sarif", "hitl/default-not-option", "learn"])
      expect(text).toContain(word);
  });

  test.for(["bash", "zsh", "fish"].map((shell) => [unless(shell), shell] as const))(
    "is understood by %s",
    ([, shell], { skip }) => {
      if (!isInstalled(shell)) skip();
      const files = project({ script: script(shell) });
      expect(spawnSync(shell, ["-n", files.path("script")], { encoding: "utf8" })).toMatchObject({
        status: 0,
        stderr: "",
      });
    },
  );

  test.for<[args: string[], message: string]>([
    [[], "`cyanotype completion` is given no `<shell>`"],
    [["powershell"], "`powershell` is no `<shell>`\n  help    There are bash, zsh, fish"],
    [["bsh"], "Did you mean `bash`?"],
  ])("does not know %j", ([args, message]) => {
    const { code, stderr } = run(".", ["completion", ...args]);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});
