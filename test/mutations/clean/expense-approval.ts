// Expenses are approved while the one who filed them waits: the scenario asks, waits a little, looks, and gives up.

import { all, filter, retrying, router, scenario, step } from "./build.ts";

const hitl = { parameters: { __IMTCONN__: 10_118 } };

/** HITL.sh sends the answer as it is, or in an object; its value or its text. */
const answer = "{{lower(ifempty(4.response_data.selected_value; 4.response_data))}}";

const decided = (id: number, decision: string) =>
  step(id, "datastore:UpdateRecord@1", `Note: ${decision}`, {
    parameters: { datastore: 902 },
    ...filter(decision, all(["{{4.status}}", "text:equal", "completed"], [answer, "text:equal", decision])),
    mapper: { key: "{{1.expense}}", data: { state: decision, by: "{{4.response_by_user.name}}" } },
    ...retrying(id + 1),
  });

export const expenseApproval = scenario("Expense approval", [
  step(1, "gateway:CustomWebHook@1", "New expense", { parameters: { hook: 5_520, maxResults: 1 } }),
  step(2, "hitl:createRequest@1", "Ask the controller", {
    ...hitl,
    mapper: {
      loop_id: "65f1c0ffee65f1c0ffee65f4",
      request_text: "{{substring(1.purpose; 0; 1500)}}",
      response_type: "single_select",
      response_config: '{"options": ["Approve", "Reject"], "required": true}',
      processing_type: "time-sensitive",
      priority: "high",
      timeout_seconds: "300",
      default_response: "Reject",
      callback_url: "https://hook.eu1.make.com/expense-answers",
    },
    ...retrying(20),
  }),
  step(3, "util:FunctionSleep@1", "Wait", { mapper: { duration: "240" } }),
  step(4, "hitl:getRequestStatus@1", "Has somebody answered?", {
    ...hitl,
    mapper: { request_id: "{{2.request_id}}" },
    ...retrying(21),
  }),
  router(
    5,
    "By decision",
    [
      [decided(6, "approve")],
      [decided(8, "reject")],
      [
        step(10, "hitl:makeAnApiCall@1", "Take the question back", {
          ...hitl,
          ...filter("Nobody answered", all(["{{4.status}}", "text:equal", "pending"])),
          mapper: {
            url: "/api/requests/{{2.request_id}}",
            method: "delete",
            headers: [{ key: "X-Reason", value: "too late" }],
          },
          ...retrying(11),
        }),
      ],
      [
        step(12, "datastore:UpdateRecord@1", "Note: undecided", {
          parameters: { datastore: 902 },
          mapper: { key: "{{1.expense}}", data: { state: "undecided" } },
          ...retrying(13),
        }),
      ],
    ],
    3,
  ),
]);
