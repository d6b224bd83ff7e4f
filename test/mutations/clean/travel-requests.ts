// Travel requests come in over a form and are approved over HITL.sh: one scenario asks, the other one acts.

import { all, filter, retrying, router, scenario, step } from "./build.ts";

const form = {
  traveller: "{{1.respondentEmail}}",
  destination: "{{1.answers.`4f1c`.textAnswers.answers[1].value}}",
  cost: '{{parseNumber(1.answers.`5b0e`.textAnswers.answers[1].value; ".")}}',
};

/** HITL.sh sends the answer as it is, or in an object. */
const answer = "{{ifempty(1.response_data.selected_value; 1.response_data)}}";

export const travelAsk = scenario("Travel requests: ask", [
  step(1, "google-forms:watchResponses@2", "New travel request", {
    parameters: { __IMTCONN__: 10_117, formId: "1rV0s2xq-travel", limit: 10 },
  }),
  step(2, "util:SetVariables@1", "What was asked for", {
    mapper: {
      variables: [
        { name: "traveller", value: form.traveller },
        { name: "destination", value: form.destination },
        { name: "cost", value: form.cost },
      ],
      scope: "roundtrip",
    },
  }),
  step(3, "hitl:createRequest@1", "Ask the team lead", {
    parameters: { __IMTCONN__: 10_118 },
    ...filter("Costs anything", all(["{{2.cost}}", "number:greater", "0"])),
    mapper: {
      loop_id: "65f1c0ffee65f1c0ffee65f1",
      request_text:
        '{{substring("**" + 2.traveller + "** wants to go to " + 2.destination; 0; 1500)}}\n\nIt costs {{formatNumber(2.cost; 2; "."; ",")}} €.\nMay they go?',
      response_type: "single_select",
      response_config:
        '{\n  "options": [\n    { "value": "approve", "label": "They may go" },\n    { "value": "reject", "label": "They stay" },\n    { "value": "cheaper", "label": "Look for something cheaper" }\n  ],\n  "required": true\n}',
      processing_type: "time-sensitive",
      priority: "medium",
      timeout_seconds: "14400",
      default_response: "reject",
      context:
        '{"destination": "{{escapeJSON(2.destination)}}", "submitted": "{{formatDate(1.createTime; "YYYY-MM-DD")}}"}',
      callback_url: "https://hook.eu1.make.com/travel-answers",
    },
    ...retrying(4),
  }),
  step(5, "datastore:AddRecord@1", "Remember the request", {
    parameters: { datastore: 901 },
    mapper: {
      key: "{{3.request_id}}",
      overwrite: true,
      data: { traveller: "{{2.traveller}}", destination: "{{2.destination}}", cost: "{{2.cost}}" },
    },
    ...retrying(6),
  }),
]);

export const travelAct = scenario("Travel requests: act", [
  step(1, "hitl:watchResponses@1", "Answer", { parameters: { __IMTHOOK__: 5_501 } }),
  step(2, "datastore:GetRecord@1", "Remembered request", {
    parameters: { datastore: 901 },
    mapper: { key: "{{1.request_id}}", returnWrapped: false },
    ...retrying(3),
  }),
  router(
    4,
    "By answer",
    [
      [
        step(5, "google-email:sendAnEmail@4", "Tell them to book", {
          parameters: { __IMTCONN__: 10_120 },
          ...filter(
            "Approved",
            all(["{{1.event}}", "text:equal", "request.completed"], [answer, "text:equal", "approve"]),
          ),
          mapper: {
            to: ["{{2.traveller}}"],
            subject: "You may go to {{2.destination}}",
            bodyType: "collection",
            contents: [
              { contentType: "text", content: 'Have a good trip, {{capitalize(first(split(2.traveller; "@")))}}!' },
            ],
          },
          ...retrying(6),
        }),
        step(7, "datastore:DeleteRecord@1", "Forget it", {
          parameters: { datastore: 901 },
          mapper: { key: "{{1.request_id}}" },
          ...retrying(8),
        }),
      ],
      [
        step(9, "google-email:sendAnEmail@4", "Tell them to stay", {
          parameters: { __IMTCONN__: 10_120 },
          ...filter(
            "Rejected, or nobody answered",
            all([answer, "text:equal", "reject"]),
            all(["{{1.event}}", "text:equal", "request.timeout"]),
          ),
          mapper: {
            to: ["{{2.traveller}}"],
            subject: "Your trip to {{2.destination}}",
            bodyType: "collection",
            contents: [{ contentType: "text", content: "It has to wait." }],
          },
          ...retrying(10),
        }),
      ],
      [
        step(11, "slack:CreateMessage@4", "Tell the travel desk", {
          parameters: { __IMTCONN__: 10_121 },
          mapper: {
            channelWType: "list",
            channelType: "public",
            channel: "C0TRAVEL",
            text: "Look for something cheaper for {{2.traveller}} ({{2.destination}}, {{2.cost}} €)",
          },
          ...retrying(12),
        }),
      ],
    ],
    2,
  ),
]);
