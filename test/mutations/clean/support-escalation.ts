// Support mails are sorted by a language model; people decide on money and on words.

import { all, filter, resuming, retrying, router, scenario, step } from "./build.ts";

const topicIs = (name: string, topic: string) => filter(name, all(["{{2.result.topic}}", "text:equal:ci", topic]));

const ask = (id: number, name: string, more: object, filtered: object) =>
  step(id, "hitl:createRequest@1", name, {
    parameters: { __IMTCONN__: 10_118 },
    ...filtered,
    mapper: {
      loop_id: "65f1c0ffee65f1c0ffee65f3",
      processing_type: "deferred",
      priority: "high",
      timeout_seconds: "86400",
      callback_url: "https://hook.eu1.make.com/support-answers",
      ...more,
    },
    ...retrying(id + 1),
  });

export const supportEscalation = scenario("Support escalation", [
  step(1, "google-email:triggerWatchNewEmails@4", "New support mail", {
    parameters: {
      __IMTCONN__: 10_120,
      filterType: "simpleSearch",
      format: "full",
      folder: "INBOX",
      markSeen: true,
      limit: 5,
    },
  }),
  step(2, "openai-gpt-3:CreateCompletion@1", "Sort it", {
    parameters: { __IMTCONN__: 10_130 },
    mapper: {
      select: "chat",
      model: "gpt-4o-mini",
      messages: [
        { role: "system", content: "Answer with JSON: topic (refund, complaint, praise or other) and amount." },
        { role: "user", content: "{{substring(1.fullTextBody; 0; 6000)}}" },
      ],
      max_tokens: "200",
      temperature: "0",
      response_format: "json_object",
      parseJSONResponse: true,
    },
    ...resuming(3, { result: { topic: "other", amount: "0" } }),
  }),
  router(
    4,
    "By topic",
    [
      [
        ask(
          5,
          "How much do we pay back?",
          {
            request_text: "How much do we pay back to {{substring(1.fromEmail; 0; 200)}}?",
            response_type: "number",
            response_config:
              '{"min_value": 0, "max_value": 500, "decimal_places": 2, "allow_negative": false, "required": true}',
            default_response: "0",
          },
          topicIs("Refund", "refund"),
        ),
      ],
      [
        ask(
          7,
          "How do we answer?",
          {
            request_text: "How do we answer {{substring(1.fromEmail; 0; 200)}}?",
            response_type: "text",
            response_config: '{"min_length": 1, "max_length": 1000, "required": true}',
            default_response: "We are looking into it.",
          },
          topicIs("Complaint", "complaint"),
        ),
      ],
      [
        ask(
          9,
          "May we quote it?",
          {
            request_text: "May we quote {{substring(1.fromEmail; 0; 200)}}?",
            response_type: "boolean",
            response_config:
              '{"true_label": "Yes, publish it", "false_label": "No", "true_color": "#16a34a", "required": true}',
            default_response: "false",
          },
          topicIs("Praise", "praise"),
        ),
        step(11, "util:FunctionSleep@1", "Wait", { mapper: { duration: "240" } }),
        step(12, "hitl:getRequestStatus@1", "Has somebody answered?", {
          parameters: { __IMTCONN__: 10_118 },
          mapper: { request_id: "{{9.request_id}}" },
          ...retrying(13),
        }),
      ],
      [
        ask(
          14,
          "How urgent is it?",
          {
            request_text: "How urgent is the mail of {{substring(1.fromEmail; 0; 200)}}?",
            response_type: "rating",
            response_config: '{"scale_min": 1, "scale_max": 5, "scale_step": 0.5, "required": true}',
            default_response: "3",
          },
          {},
        ),
        step(16, "zendesk:CreateTicket@2", "Open a ticket", {
          parameters: { __IMTCONN__: 10_140 },
          mapper: {
            subject: "{{1.subject}}",
            comment: "{{stripHTML(1.htmlBody)}}",
            requester: "{{1.fromEmail}}",
            priority: "normal",
            tags: ["support"],
          },
          ...retrying(17),
        }),
      ],
    ],
    3,
  ),
]);
