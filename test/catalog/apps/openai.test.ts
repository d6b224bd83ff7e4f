import { describe, expect, test } from "vitest";
import * as openai from "../../../src/catalog/apps/openai.ts";
import type { ModuleCall } from "../../../src/catalog/module.ts";
import { connection } from "../../../src/dsl/bindings.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

const account = { connection: connection("openai") };

describe("OpenAI", () => {
  test.for<[string, ModuleCall<unknown>, unknown]>([
    [
      "completes a chat",
      openai.createCompletion({
        ...account,
        model: "gpt-4o-mini",
        messages: [
          { role: "system", content: "Be brief" },
          { content: "What is this?", imageUrl: "https://example.com/a.png" },
        ],
        response_format: "json_object",
      }),
      {
        select: "chat",
        model: "gpt-4o-mini",
        messages: [
          { role: "system", content: "Be brief" },
          {
            role: "user",
            content: "What is this?",
            imageInputType: "url",
            imageUrl: "https://example.com/a.png",
          },
        ],
        response_format: "json_object",
      },
    ],
    [
      "answers a prompt",
      openai.createModelResponse({ ...account, model: "o4-mini", input: "Hi", format: { type: "json_object" } }),
      { model: "o4-mini", inputContentType: "text", input: "Hi", format: { type: "json_object" } },
    ],
    [
      "writes down a recording",
      openai.createTranscription({ ...account, fileName: "a.mp3", fileData: "abc" }),
      { fileName: "a.mp3", fileData: "abc", model: "whisper-1" },
    ],
  ])("%s", ([, call, expected]) => {
    expect(valuesOf(call).mapper).toEqual(expected);
  });
});

describeAgainstExports(openai);
