import {
  account,
  any,
  array,
  buffer,
  collection,
  filename,
  number,
  remoteSelect,
  select,
  text,
  uinteger,
} from "../field.ts";
import { app, observed } from "../module.ts";

const claude = app({
  slug: "anthropic-claude",
  name: "Anthropic Claude",
  version: 1,
  parameters: { __IMTCONN__: account("anthropic-claude") },
});

/** A question in one line: `messages: [{ content: [{ text: "…" }] }]`. */
export const createAMessage = claude.action("createAMessage", {
  label: "Create a Prompt",
  summary: "Sends messages to a Claude model and gives its answer as `textResponse`.",
  mapper: {
    model: remoteSelect("Model").required().describe("Such as `claude-sonnet-4-20250514`."),
    max_tokens: uinteger("Max Tokens").default(2060),
    messages: array(
      "Messages",
      collection("Message", {
        role: select("Role", ["user", "assistant", "tool_assistant"]).default("user"),
        content: array(
          "Content",
          collection("Content", {
            type: select("Type", ["text", "image", "tool_result", "tool_use"])
              .default("text")
              .impliedBy({ source: "image", tool_use_id: "tool_result" }),
            text: text("Text"),
            source: collection("Source", {
              filename: filename("Filename").required(),
              data: buffer("Data").required(),
            }),
            tool_use_id: text("Tool Use ID"),
          }),
        ).required(),
      }),
    ).required(),
    system: text("System Prompt"),
    temperature: number("Temperature", { min: 0, max: 1 }),
    top_p: number("Top P", { max: 1 }),
    top_k: uinteger("Top K"),
    stop_sequences: array("Stop Sequences", text("Stop Sequence")),
    metadata: collection("Metadata", { user_id: text("User ID") }),
    additionalParameters: array(
      "Other Input Parameters",
      collection("Input Parameter", {
        key: text("Parameter Name").required(),
        type: select("Input Type", ["text", "number", "boolean", "date", "tools", "any"]).default("text"),
        value: any("Parameter Value"),
      }),
    ),
  },
  output: { textResponse: text("Text response") },
  writes: false,
  repeatable: true,
  evidence: observed(11),
});
