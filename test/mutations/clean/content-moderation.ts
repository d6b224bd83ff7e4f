// Posts are scored by a service; what is neither clearly fine nor clearly bad is looked at by a person.

import { all, resuming, retrying, scenario, step } from "./build.ts";

const branch = (label: string, conditions: unknown, ...flow: readonly unknown[]) =>
  conditions === undefined
    ? { type: "else", label, merge: true, disabled: false, flow }
    : { type: "condition", label, merge: true, conditions, flow };

const verdict = (id: number, value: string) =>
  step(id, "util:SetVariable2@1", "Verdict", { mapper: { name: "verdict", scope: "roundtrip", value } });

export const contentModeration = scenario("Content moderation", [
  step(1, "gateway:CustomWebHook@1", "New post", { parameters: { hook: 5_510, maxResults: 1 } }),
  step(2, "http:MakeRequest@4", "Score it", {
    parameters: { authenticationType: "apiKey", tlsType: "", proxyKeychain: "", apiKeyKeychain: 7_001 },
    mapper: {
      url: "https://moderation.example.com/v2/score",
      method: "post",
      headers: [{ name: "Accept", value: "application/json" }],
      contentType: "json",
      inputMethod: "jsonString",
      jsonStringBodyContent:
        '{"text": "{{escapeJSON(1.post.text)}}", "language": "{{ifempty(1.post.language; "en")}}"}',
      parseResponse: true,
      stopOnHttpError: true,
      timeout: "30",
    },
    ...resuming(3, { data: { score: "0.5" } }),
  }),
  {
    ...step(4, "builtin:BasicIfElse@1", "How sure is it?"),
    mapper: null,
    branches: [
      branch("fine", [all(["{{2.data.score}}", "number:less", "0.2"])], verdict(5, "publish")),
      branch(
        "bad",
        [all(["{{2.data.score}}", "number:greater", "0.9"], ["{{1.post.author.trusted}}", "boolean:notequal", "true"])],
        verdict(6, "remove"),
      ),
      branch(
        "not sure",
        undefined,
        step(7, "http:MakeRequest@4", "Ask a moderator", {
          parameters: { authenticationType: "apiKey", tlsType: "", proxyKeychain: "", apiKeyKeychain: 7_002 },
          mapper: {
            url: "https://api.hitl.sh/v1/api/loops/65f1c0ffee65f1c0ffee65f2/requests",
            method: "post",
            headers: [{ name: "Accept", value: "application/json" }],
            contentType: "json",
            inputMethod: "jsonString",
            jsonStringBodyContent: [
              "{",
              '  "processing_type": "time-sensitive",',
              '  "type": "markdown",',
              '  "priority": "high",',
              '  "platform": "api",',
              '  "request_text": "Which rules does this post break?\\n\\n{{escapeJSON(substring(1.post.text; 0; 1500))}}",',
              '  "response_type": "multi_select",',
              '  "response_config": {',
              '    "options": [',
              '      { "value": "none", "label": "None", "color": "#16a34a" },',
              '      { "value": "spam", "label": "Spam", "color": "#f59e0b" },',
              '      { "value": "abuse", "label": "Abuse", "color": "#dc2626" }',
              "    ],",
              '    "min_selections": 1,',
              '    "max_selections": 2,',
              '    "required": true',
              "  },",
              '  "default_response": ["spam"],',
              '  "timeout_seconds": 3600,',
              '  "context": { "post": "{{escapeJSON(1.post.id)}}" },',
              '  "callback_url": "https://hook.eu1.make.com/moderation-answers"',
              "}",
            ].join("\n"),
            parseResponse: true,
            stopOnHttpError: true,
          },
          ...retrying(8),
        }),
        verdict(9, "review"),
      ),
    ],
  },
  {
    ...step(10, "builtin:BasicMerge@1", "Verdict"),
    mapper: null,
    outputs: [{ name: "verdict", mappings: ["{{5.verdict}}", "{{6.verdict}}", "{{9.verdict}}"] }],
    filters: [null, null, null],
  },
  step(11, "gateway:WebhookRespond@1", "Answer", {
    mapper: {
      status: "200",
      body: '{"post": "{{escapeJSON(1.post.id)}}", "verdict": "{{10.verdict}}"}',
      headers: [{ key: "Content-Type", value: "application/json" }],
    },
  }),
]);
