import { expect, test } from "vitest";
import * as gemini from "../../../src/catalog/apps/gemini.ts";
import { connection } from "../../../src/dsl/bindings.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

test("a message is the user's, and its parts tell by themselves what they are", () => {
  const file_data = { mime_type: "image/png", file_uri: "https://example.com/a.png" };
  const completion = gemini.createACompletion({
    connection: connection("gemini"),
    model: "gemini-2.5-flash",
    contents: [{ parts: [{ text: "What is this?" }, { file_data }] }],
    generationConfig: { responseModalities: ["text"], thinkingConfig: { thinkingBudget: 0 } },
  });
  expect(valuesOf(completion).mapper).toEqual({
    model: "gemini-2.5-flash",
    contents: [
      {
        role: "user",
        parts: [
          { type: "text", text: "What is this?" },
          { type: "file", file_data },
        ],
      },
    ],
    generationConfig: { responseModalities: ["text"], thinkingConfig: { thinkingBudget: 0 } },
  });
});

describeAgainstExports(gemini);
