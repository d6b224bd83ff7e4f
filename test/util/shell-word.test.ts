import { expect, test } from "vitest";
import { shellWord } from "../../src/util/shell-word.ts";

test.for([
  ["scenarios/a.scenario.ts", "scenarios/a.scenario.ts"],
  ["my file.json", "'my file.json'"],
  ["it's $HOME", "'it'\\''s $HOME'"],
  ["", "''"],
  ["-rf", "./-rf"],
  ["-", "./-"],
  ["--a b", "'./--a b'"],
] as const)("%s is written %s", ([word, written]) => {
  expect(shellWord(word)).toBe(written);
});
