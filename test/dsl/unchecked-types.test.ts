// What types would refuse, in files whose types nobody checks: Cyanotype runs an author's file without looking at them.

import { expect, test } from "vitest";
import { slack } from "../../src/apps.ts";
import { connection, onError, ProblemError, review, scenario, singleSelect } from "../../src/index.ts";
import { describeMistakes, type Flow } from "./describe-mistakes.ts";

const message = { connection: connection("slack"), channel: "#x" };
const tell = (flow: Flow, input: object, options: object = {}): unknown =>
  flow.step("Tell", slack.createMessage({ ...message, ...input } as never), options);

describeMistakes("a step", [
  [
    "with an option that there is not",
    (flow) => tell(flow, {}, { onErorr: onError.ignore() }),
    "The step `Tell` has an option `onErorr`, which there is not\n  help: Did you mean `onError`?",
  ],
  [
    "with a text where a connection belongs",
    (flow) => tell(flow, { connection: "slack" }),
    'Step `Tell`: `connection` is the text `slack`\n  help: Write connection("slack"), and its id into the environment',
  ],
  [
    "with a number where a connection belongs",
    (flow) => tell(flow, { connection: 12 }),
    'Step `Tell`: `connection` is no symbol\n  help: Write connection("name"), and its id into the environment',
  ],
  [
    "with a choice that there is not",
    (flow) => tell(flow, { channelType: "publik" }),
    "Step `Tell`: `channelType` is `publik`, which is no choice\n  help: Did you mean `public`?",
  ],
]);

const problemOf = (work: () => unknown): string => {
  try {
    work();
    return "nothing";
  } catch (error) {
    return error instanceof ProblemError
      ? error.problems.map(({ message, help }) => `${message}. ${help}`).join("\n")
      : "bug";
  }
};

test("a setting that there is not", () => {
  expect(
    problemOf(() => scenario("X", { storeIncompleteExecution: true } as never, (flow) => void tell(flow, {}))),
  ).toBe(
    "The scenario has an option `storeIncompleteExecution`, which there is not. Did you mean `storeIncompleteExecutions`?",
  );
});

test("a default that is no answer of the review", () => {
  const options = {
    connection: connection("hitl"),
    loop: "l",
    response: singleSelect(["Yes", "Not Now"]),
    timeoutSeconds: 60,
  };
  expect(problemOf(() => review({ ...options, onTimeout: "maybe" as never }))).toBe(
    "`maybe` is no answer of the review. Its answers are yes, not_now",
  );
});
