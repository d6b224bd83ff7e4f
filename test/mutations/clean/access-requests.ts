// Access is asked for over a form and granted over HITL.sh. Nobody can call this account: the scenario that acts looks for answers
// every quarter of an hour.

import { all, filter, retrying, router, scenario, step } from "./build.ts";

export const accessAsk = scenario("Access requests: ask", [
  step(1, "google-forms:watchResponses@2", "New access request", {
    parameters: { __IMTCONN__: 10_117, formId: "1aCC-access", limit: 10 },
  }),
  step(2, "hitl:createRequest@1", "Ask the owner", {
    parameters: { __IMTCONN__: 10_118 },
    mapper: {
      loop_id: "65f1c0ffee65f1c0ffee65f5",
      request_text: "May {{substring(1.respondentEmail; 0; 200)}} see the numbers?",
      response_type: "single_select",
      response_config: '{"options": ["Grant", "Deny"], "required": true}',
      processing_type: "time-sensitive",
      priority: "medium",
      timeout_seconds: "7200",
      default_response: "Deny",
    },
    ...retrying(3),
  }),
  step(4, "datastore:AddRecord@1", "Remember the request", {
    parameters: { datastore: 905 },
    mapper: { key: "{{2.request_id}}", overwrite: true, data: { who: "{{1.respondentEmail}}" } },
    ...retrying(5),
  }),
]);

/** HITL.sh sends the answer as it is, or in an object; its value or its text. */
const answer = "{{lower(ifempty(2.response_data.selected_value; 2.response_data))}}";

export const accessAct = {
  ...scenario("Access requests: act", [
    step(1, "datastore:SearchRecord@1", "Open requests", {
      parameters: { datastore: 905, limit: "10", continueWhenNoRes: false },
      mapper: { filter: [all(["who", "exist"])] },
    }),
    step(2, "hitl:getRequestStatus@1", "Has somebody answered?", {
      parameters: { __IMTCONN__: 10_118 },
      mapper: { request_id: "{{1.key}}" },
      ...retrying(3),
    }),
    router(
      4,
      "By answer",
      [
        [
          step(5, "google-email:sendAnEmail@4", "Tell them how", {
            parameters: { __IMTCONN__: 10_120 },
            ...filter("Granted", all(["{{2.status}}", "text:equal", "completed"], [answer, "text:equal", "grant"])),
            mapper: {
              to: ["{{1.data.who}}"],
              subject: "You may see the numbers",
              bodyType: "collection",
              contents: [{ contentType: "text", content: "They are on the drive." }],
            },
            ...retrying(6),
          }),
          step(7, "datastore:DeleteRecord@1", "Forget it", {
            parameters: { datastore: 905 },
            mapper: { key: "{{1.key}}" },
            ...retrying(8),
          }),
        ],
        [
          step(9, "util:SetVariable2@1", "Still open", {
            ...filter("Nobody has answered yet", all(["{{2.status}}", "text:equal", "pending"])),
            mapper: { name: "open", scope: "roundtrip", value: "{{1.key}}" },
          }),
        ],
        [
          step(10, "datastore:DeleteRecord@1", "Forget what was not granted", {
            parameters: { datastore: 905 },
            mapper: { key: "{{1.key}}" },
            ...retrying(11),
          }),
        ],
      ],
      2,
    ),
  ]),
  scheduling: { type: "indefinitely", interval: 900 },
};
