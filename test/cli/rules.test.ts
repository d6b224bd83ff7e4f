import { describe, expect, test } from "vitest";
import { listedRules } from "../../src/lint/listed-rules.ts";
import { project } from "../load/project.ts";
import { run, transcript } from "./command.ts";

const shown = (...args: readonly string[]): string => {
  const { folder } = project();
  return transcript(run(folder, ["rules", ...args]), folder);
};

describe("rules", () => {
  test("lists all, each once, in lines of at most 100 characters", () => {
    const text = shown();
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
    const ids = [...text.matchAll(/^ {2}([a-z/-]+) /gmu)].map(([, id]) => id);
    expect(ids.sort()).toEqual(listedRules.map(({ id }) => id).sort());
  });

  test("lists those with the words in id, category or summary, in any case", () => {
    expect(shown("FILTER", "first module")).toMatchInlineSnapshot(`
      "Conditions                recommended  strict  publish
        branch-first-filter     warning      error    warning  The first module of an if-else branch has a
                                                               filter, which Make may delete
        filter-on-first-module  error        error    error    The first module has a filter, though no
                                                               bundle exists before it (--fix=all)
        route-filter-misplaced  error        error    error    A filter stands on a route instead of on
                                                               its first module, where Make ignores it
                                                               (--fix)
      [exit code 0]"
    `);
  });

  test("lists a category", () => {
    expect(shown("suppressions")).toMatchInlineSnapshot(`
      "Suppressions             recommended  strict  publish
        expired-suppression    warning      error    warning  A suppression has run out
        forbidden-suppression  warning      error    warning  A suppression names a mandatory rule
        unchecked-mandatory    info         warning  info     \`ignores\` keeps mandatory rules from
                                                              blueprints
        unknown-suppression    warning      error    warning  A suppression names a rule that does not
                                                              exist
        unused-suppression     warning      error    warning  A suppression hides nothing
      [exit code 0]"
    `);
  });

  test("prints JSON", () => {
    const { folder } = project();
    const { stdout, stderr, code } = run(folder, ["rules", "weak-evidence", "--format", "json"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      rules: [
        {
          id: "weak-evidence",
          category: "configuration",
          summary: "A module's name in blueprints is not certain",
          severity: { recommended: "off", strict: "off" },
          since: "0.1.0",
        },
      ],
    });
  });

  test.for([
    [["fliter"], "fliter", "Did you mean `filter`?"],
    [["dangling-refernce"], "dangling-refernce", "Did you mean `dangling-reference`?"],
    [["review", "sleep"], "review sleep", "`cyanotype rules` lists all"],
    [["\u001b[31mx\ny"], "\\u001b[31mx\\ny", "`cyanotype rules` lists all"],
  ] as const)("about %j are not there, exit code 2", ([words, quoted, help]) => {
    expect(shown(...words)).toBe(`[stderr]\nerror  No rule is about \`${quoted}\`\n  help    ${help}\n[exit code 2]`);
  });

  test("paints for a terminal that wants colours", () => {
    const { folder } = project();
    expect(run(folder, ["rules", "weak"], { env: { FORCE_COLOR: "1" } }).stdout).toContain("\u001b[");
  });
});
