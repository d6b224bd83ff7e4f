import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import type { InitAnswers } from "../../src/cli/init-answers.ts";
import { askQuestions } from "../../src/cli/init-questions.ts";

const ENTER = "\r";
const DOWN = "\u001b[B";
const CTRL_C = "\u0003";

/** Answers questions as a person would: each piece is typed when the question that it is for is shown. */
async function answer(known: Partial<InitAnswers>, pieces: readonly (readonly [question: string, keys: string])[]) {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = "";
  let [next, ...rest] = pieces;
  output.on("data", (text) => {
    shown += String(text);
    if (next === undefined || !shown.includes(next[0])) return;
    const [, keys] = next;
    [next, ...rest] = rest;
    // Once the question listens.
    setImmediate(() => input.write(keys));
  });
  return { answers: await askQuestions(known, { input, output }), shown };
}

describe("init on a terminal asks", () => {
  test("for everything that no flag has said, with the defaults ready", async () => {
    const { answers } = await answer({}, [
      ["Which folder?", ENTER],
      ["What does it begin with?", ENTER],
      ["Which account", ENTER],
      ["Where are pull requests checked?", ENTER],
    ]);
    expect(answers).toEqual({
      folder: ".",
      source: { reference: "google-forms-approval" },
      env: "production",
      ci: "github",
    });
  });

  test("which export, when it begins with one", async () => {
    const { answers, shown } = await answer({ folder: "x", env: "team", ci: "none" }, [
      ["What does it begin with?", `${DOWN.repeat(3)}${ENTER}`],
      ["Which file?", `orders.json${ENTER}`],
    ]);
    expect(answers).toEqual({ folder: "x", source: { export: "orders.json" }, env: "team", ci: "none" });
    expect(shown).not.toMatch(/Which folder|Where are/u);
  });

  test("again, when a name is none", async () => {
    const { answers, shown } = await answer(
      { folder: "x", source: { reference: "content-moderation" }, ci: "gitlab" },
      [
        ["Which account", `\u0015../x${ENTER}`],
        ["Begin it with a letter or a digit.", `\u0015staging${ENTER}`],
      ],
    );
    expect(answers?.env).toBe("staging");
    expect(shown).toContain("Begin it with a letter or a digit.");
  });

  test("nothing when everything is known", async () => {
    const known: InitAnswers = { folder: "x", source: { export: "a.json" }, env: "team", ci: "none" };
    expect(await answer(known, [])).toEqual({ answers: known, shown: "" });
  });

  test.for(["Which folder?", "What does it begin with?", "Which account", "Where are pull requests checked?"])(
    "and Ctrl-C at `%s` is the end of it",
    async (question) => {
      const all = ["Which folder?", "What does it begin with?", "Which account", "Where are pull requests checked?"];
      const before = all.slice(0, all.indexOf(question)).map((each) => [each, ENTER] as const);
      expect((await answer({}, [...before, [question, CTRL_C]])).answers).toBeUndefined();
    },
  );
});
