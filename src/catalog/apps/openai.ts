import {
  account,
  any,
  array,
  boolean,
  buffer,
  collection,
  date,
  filename,
  integer,
  number,
  pairs,
  remoteSelect,
  select,
  selectMany,
  text,
  uinteger,
  url,
} from "../field.ts";
import { app, observed } from "../module.ts";

const openai = app({
  slug: "openai-gpt-3",
  name: "OpenAI",
  version: 1,
  parameters: { __IMTCONN__: account("openai-gpt-3") },
});

const model = remoteSelect("Model").required().describe("Such as `gpt-4o-mini`.");
const temperature = number("Temperature", { min: 0, max: 2 });
const top_p = number("Top P", { min: 0, max: 1 });
/** A model answers differently each time, but asking it again changes nothing. */
const asks = { writes: false, repeatable: true } as const;

export const createCompletion = openai.action("CreateCompletion", {
  label: "Create a Completion",
  summary: "Sends messages to a chat model and gives its answer as `result`.",
  mapper: {
    select: select("Select Method", ["chat", "prompt"]).default("chat"),
    model,
    messages: array(
      "Messages",
      collection("Message", {
        role: select("Role", ["user", "assistant", "system", "tool"]).default("user"),
        content: text("Text Content"),
        imageInputType: select("Image Input Type", ["url", "file"]).impliedBy({ imageUrl: "url", imageFile: "file" }),
        imageUrl: url("Image URL"),
        imageFile: collection("Image", { imageFilename: filename("Image Filename"), imageData: buffer("Image Data") }),
        imageDetail: select("Image Detail", ["auto", "high", "low"]),
        tool_call_id: text("Tool Call ID"),
      }),
    ).required(),
    max_tokens: number("Max Tokens").describe("`0` is no limit."),
    temperature,
    top_p,
    n_completions: number("Number"),
    frequency_penalty: number("Frequency Penalty", { min: -2, max: 2 }),
    presence_penalty: number("Presence Penalty", { min: -2, max: 2 }),
    logit_bias: array(
      "Token Probability",
      collection("Token Probability", {
        token: text("Token ID").required(),
        probability: number("Probability", { min: -100, max: 100 }).required(),
      }),
    ),
    response_format: select("Response Format", ["text", "json_object"]),
    parseJSONResponse: boolean("Parse JSON Response"),
    reasoning_effort: select("Reasoning Effort", ["minimal", "low", "medium", "high"]),
    tool_choice: select("Tool Choice", ["none", "auto", "required"]),
    prediction: text("Predicted Outputs"),
    seed: integer("Seed"),
    stop: array("Stop Sequences", text("Stop Sequence")),
    echo: boolean("Echo"),
    additionalParameters: array(
      "Other Input Parameters",
      collection("Input Parameter", {
        key: text("Parameter Name").required(),
        type: select("Input Type", ["text", "number", "boolean", "date", "any"]).default("text"),
        value: any("Parameter Value"),
      }),
    ),
  },
  output: {
    result: any<string>("Result"),
    id: text("ID"),
    object: text("Object"),
    created: date("Created"),
    model: text("Model"),
    choices: array(
      "Choices",
      collection("Choice", {
        text: text("Text"),
        index: number("Index"),
        finish_reason: text("Finish Reason"),
        message: collection("Message", { role: text("Role"), content: text("Content"), refusal: text("Refusal") }),
      }),
    ),
    usage: collection("Usage", {
      prompt_tokens: number("Prompt Tokens"),
      completion_tokens: number("Completion Tokens"),
      total_tokens: number("Total Tokens"),
    }),
    service_tier: text("Service Tier"),
    system_fingerprint: text("System Fingerprint"),
  },
  ...asks,
  evidence: observed(51),
});

/** With `format: { type: "json_object" }` name the type of `result`: `createModelResponse<{ result: … }>(…)`. */
export const createModelResponse = openai.action("createModelResponse", {
  label: "Generate a Response",
  summary: "Sends a prompt to a model and gives its answer as `result`.",
  mapper: {
    model,
    inputContentType: select("Prompt Type", ["text", "image", "file", "prompt", "items"]).default("text"),
    input: text("Prompt"),
    instructions: text("Instructions"),
    format: collection("Output Format", { type: select("Type", ["text", "json_schema", "json_object"]) }),
    reasoning: collection("Reasoning", {
      effort: select("Effort", ["none", "minimal", "low", "medium", "high", "xhigh"]),
      summary: select("Summary", ["auto", "concise", "detailed"]),
    }),
    max_output_tokens: integer("Max Output Tokens"),
    temperature,
    top_p: number("Top P"),
    store: boolean("Store"),
    background: boolean("Run in Background"),
    truncation: select("Truncation", ["auto", "disabled"]),
    createConversation: boolean("Create a new conversation"),
    conversationId: text("Conversation ID"),
    previous_response_id: text("Previous Response ID"),
    parallel_tool_calls: boolean("Parallel Tool Calls"),
    tools: array("Tools", any("Tool")),
    tool_choice: select("Tool Choice", [
      "none",
      "auto",
      "required",
      "file_search",
      "web_search_preview",
      "computer_use_preview",
      "code_interpreter",
      "function",
      "custom",
      "allowed_tools",
    ]),
    include: selectMany("Include", [
      "file_search_call.results",
      "code_interpreter_call.outputs",
      "message.input_image.image_url",
      "computer_call_output.output.image_url",
    ]),
    metadata: pairs("Metadata", "key"),
  },
  output: {
    result: any<string>("Result"),
    conversationId: text("Conversation ID"),
    raw_result: any("Raw Result"),
    id: text("Response ID"),
    object: text("Object"),
    created_at: date("Created at"),
    status: text("Status"),
    error: text("Error"),
    incomplete_details: collection("Incomplete Details", { reason: text("Reason") }),
    model: text("Model"),
    usage: collection("Usage", {
      input_tokens: number("Input Tokens"),
      output_tokens: number("Output Tokens"),
      total_tokens: number("Total Tokens"),
    }),
  },
  ...asks,
  evidence: observed(3),
});

export const messageAssistantAdvanced = openai.action("messageAssistantAdvanced", {
  label: "Message an Assistant",
  summary: "Sends a message to an assistant and gives its answer as `result`.",
  mapper: {
    assistantId: remoteSelect("Assistant").required(),
    role: select("Role", ["user", "assistant"]).default("user"),
    message: text("Message").required(),
    threadId: text("Thread ID").describe("A new conversation when it is left out."),
    model: remoteSelect("Model"),
    instructions: text("Instructions"),
    tools: selectMany("Tools", ["file_search", "code_interpreter"]),
    tool_choice: select("Tool Choice", ["none", "auto", "required", "file_search", "code_interpreter", "function"]),
    file_search_resources: remoteSelect("File Search Resources"),
    code_interpreter_resources: selectMany("Code Interpreter Resources"),
    max_prompt_tokens: uinteger("Max Prompt Tokens"),
    max_completion_tokens: uinteger("Max Completion Tokens"),
    temperature,
    top_p,
    response_format: select("Response Format", ["auto", "json_object", "text"]),
    truncation_strategy: select("Truncation Strategy", ["auto", "last_messages"]),
    image_files: selectMany("Image Files"),
    image_urls: array("Image URLs", url("Image URL")),
  },
  output: { result: any<string>("Result"), thread_id: text("Thread ID") },
  writes: false,
  evidence: observed(4),
});

export const createTranscription = openai.action("CreateTranscription", {
  label: "Create a Transcription (Whisper)",
  summary: "Writes down what is said in a recording.",
  mapper: {
    fileName: filename("File Name").required(),
    fileData: buffer("File Data").required(),
    model: remoteSelect("Model").default("whisper-1"),
    prompt: text("Prompt"),
    language: text("Language"),
    temperature: number("Temperature", { min: 0, max: 1 }),
    response_format: select("Response Format", ["json", "text", "srt", "verbose_json", "vtt"]),
  },
  output: { text: text("Text") },
  ...asks,
  evidence: observed(1),
});

export const generateImage = openai.action("GenerateImage", {
  label: "Generate an Image",
  summary: "Draws a picture.",
  mapper: {
    model: select("Model", ["gpt-image-1", "dall-e-3", "dall-e-2"]).default("dall-e-3"),
    prompt: text("Prompt").required().describe("At most 4000 characters."),
    size: select("Size", ["1024x1024", "1792x1024", "1024x1792"]),
    quality: select("Quality", ["standard", "hd"]),
    style: select("Style", ["vivid", "natural"]),
    response_format: select("Response Format", ["url", "imageFile"]),
  },
  output: {
    created: date("Created"),
    data: array("Data", collection("Image", { url: url("URL"), revised_prompt: text("Revised Prompt") })),
    resImgName: text("Response Image Name"),
    resImgData: buffer("Response Image Data"),
  },
  ...asks,
  evidence: observed(3),
});
