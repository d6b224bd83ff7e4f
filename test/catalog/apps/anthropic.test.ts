import { expect, test } from "vitest";
import * as anthropic from "../../../src/catalog/apps/anthropic.ts";
import { connection } from "../../../src/dsl/bindings.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

test("a message is the user's, and its parts tell by themselves what they are", () => {
  const message = anthropic.createAMessage({
    connection: connection("anthropic"),
    model: "claude-sonnet-4-20250514",
    messages: [{ content: [{ text: "What is this?" }, { source: { filename: "a.png", data: "abc" } }] }],
  });
  expect(valuesOf(message).mapper).toEqual({
    model: "claude-sonnet-4-20250514",
    max_tokens: 2060,
    messages: [
      {
        role: "user",
        content: [
          { type: "text", text: "What is this?" },
          { type: "image", source: { filename: "a.png", data: "abc" } },
        ],
      },
    ],
  });
});

describeAgainstExports(anthropic);
