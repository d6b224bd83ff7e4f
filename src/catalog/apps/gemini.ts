import {
  account,
  any,
  array,
  boolean,
  buffer,
  collection,
  number,
  pairs,
  remoteSelect,
  select,
  selectMany,
  text,
  textOrJson,
} from "../field.ts";
import { app, observed } from "../module.ts";

const gemini = app({
  slug: "gemini-ai",
  name: "Google Gemini AI",
  version: 1,
  parameters: { __IMTCONN__: account("gemini-ai-q9zyjp") },
});

const candidates = any<readonly { content: { parts: readonly { text: string }[] } }[]>("Candidates");

/** A question in one line: `contents: [{ parts: [{ text: "…" }] }]`. */
export const createACompletion = gemini.action("createACompletionGeminiPro", {
  label: "Create a Completion",
  summary: "Sends messages to a Gemini model and gives its answer as `result`.",
  mapper: {
    model: remoteSelect("AI Model").required().describe("Such as `gemini-2.5-flash`."),
    contents: array(
      "Messages",
      collection("Message", {
        role: select("Role", ["user", "model"]).default("user"),
        parts: array(
          "Parts",
          collection("Part", {
            type: select("Message Type", ["text", "file", "functionCall", "functionResponse"])
              .default("text")
              .impliedBy({ file_data: "file" }),
            text: text("Text"),
            file_data: collection("File Data", {
              mime_type: text("Mime Type").required(),
              file_uri: text("File URI").required(),
            }),
            thoughtSignature: text("Thought Signature"),
          }),
        ).required(),
      }),
    ).required(),
    system_instruction: collection("System Instructions", {
      parts: array("Prompts", collection("Prompt", { text: text("Value") })),
    }),
    generationConfig: collection("Generation configurations", {
      stopSequences: array("Stop Sequences", text("Stop Sequence")),
      responseModalities: selectMany("Response Modalities", ["text", "image"]),
      maxOutputTokens: number("Max Output Tokens"),
      temperature: number("Temperature", { min: 0, max: 1 }),
      topP: number("Top P", { min: 0, max: 1 }),
      topK: number("Top K"),
      thinkingConfig: collection("Thinking Config", {
        thinkingBudget: number("Thinking Budget"),
        include_thoughts: boolean("Include Thoughts"),
        thinking_level: select("Thinking Level", ["low", "high"]),
      }),
      mediaResolution: select("Media Resolution", [
        "media_resolution_low",
        "media_resolution_medium",
        "media_resolution_high",
      ]),
      imageConfig: collection("Image Configuration", { imageSize: select("Image Size", ["1K", "2K", "4K"]) }),
      responseMimeType: remoteSelect("Response Format"),
    }),
    safetySettings: array(
      "Safety Settings",
      collection("Safety Setting", { category: remoteSelect("Category"), threshold: remoteSelect("Threshold") }),
    ),
    tools: any("Tools"),
    tool_config: any("Tool Config"),
    function_declarations_context: boolean("Function Declarations Grounding"),
    url_context: boolean("URL Context"),
    google_search_context: boolean("Google Search Grounding"),
    google_maps_context: boolean("Google Maps Grounding"),
    file_search_store_context: boolean("File Search Store Context"),
    code_execution: boolean("Code Execution"),
    serviceTier: remoteSelect("Inference Service Tier"),
  },
  output: { result: any<string>("Result"), candidates },
  writes: false,
  repeatable: true,
  evidence: observed(25),
});

export const uploadAFile = gemini.action("uploadAFile", {
  label: "Upload a File",
  summary: "Hands a file to Gemini, for use as `file_data` of a message.",
  mapper: {
    file_name: text("Name").required(),
    file_data: buffer("Data").required(),
    useFileSearchStore: boolean("Use a File Search Store"),
  },
  output: { uri: text("URI"), mimeType: text("MIME type") },
  evidence: observed(5),
});

export const makeApiCall = gemini.action("makeApiCall", {
  label: "Make an API Call",
  summary: "Sends a request of your own to Gemini's API.",
  mapper: {
    url: text("URL").required().describe("From `/` on, such as `/v1beta/models/gemini-2.5-pro:generateContent`."),
    method: select("Method", ["GET", "POST", "PUT", "PATCH", "DELETE"]).required(),
    headers: pairs("Headers", "key"),
    qs: pairs("Query String", "key"),
    body: textOrJson("Body"),
  },
  output: { body: any("Body") },
  evidence: observed(1),
});
