import { describe, expect, test } from "vitest";
import { tools } from "../../src/apps.ts";
import {
  booleanAnswer,
  connection,
  env,
  iml,
  multiSelect,
  numberAnswer,
  type ResponseType,
  rating,
  review,
  singleSelect,
  textAnswer,
  webhook,
} from "../../src/index.ts";
import type { Environment } from "../../src/model/environment.ts";
import { lastModule, mistakesIn, mistakesOf, modulesOf, order } from "./printed.ts";

const given: Partial<Environment> = {
  connections: { hitl: 7 },
  keys: { hitl: 8 },
  values: { LOOP: "l1" },
  webhooks: { in: { id: 1 }, answers: { id: 2, url: "https://hook.example.com/answers" } },
};
const asked = { connection: connection("hitl"), loop: env("LOOP"), timeoutSeconds: 3600 };

interface Printed {
  readonly mapper: Readonly<Record<string, unknown>>;
}

/** What Create Request is told of the response type. */
function requestFor<A>(response: ResponseType<A>, onTimeout: NoInfer<A>): readonly unknown[] {
  const module = lastModule(
    (flow) => void flow.step("Ask", review<A>({ ...asked, response, onTimeout }).request({ text: "?" })),
    given,
  );
  const { response_type, response_config, default_response } = (module as Printed).mapper;
  return [response_type, JSON.parse(String(response_config)), default_response];
}

/** How the answer is read from the status of a request. */
function readingOf<A>(response: ResponseType<A>, onTimeout: NoInfer<A>): unknown {
  const module = lastModule((flow) => {
    const { answer } = flow.step("Poll", review<A>({ ...asked, response, onTimeout }).status({ request: "r1" }));
    flow.step("Use", tools.compose({ value: iml`${answer}` }));
  }, given);
  return (module as Printed).mapper.value;
}

const onTimeout = (otherwise: string, answer: string): string =>
  `{{if(1.status = "timeout"; ${otherwise}; ${answer})}}`;

describe("each kind of answer", () => {
  test("one of several options", () => {
    const response = singleSelect(["Approve", "Needs More Time"]);
    expect(requestFor(response, "needs_more_time")).toEqual([
      "single_select",
      { options: ["Approve", "Needs More Time"], required: true },
      "Needs More Time",
    ]);
    expect(readingOf(response, "approve")).toBe(
      onTimeout('"approve"', 'lower(replace(ifempty(1.response_data.selected_value; 1.response_data); "/ /g"; "_"))'),
    );
  });

  test("several of several options", () => {
    const response = multiSelect(["Red Fox", "Owl"], { min: 1, max: 2 });
    expect(requestFor(response, ["owl", "red_fox"])).toEqual([
      "multi_select",
      { options: ["Red Fox", "Owl"], min_selections: 1, max_selections: 2, required: true },
      ["Red Fox", "Owl"],
    ]);
    const answer = "ifempty(1.response_data.selected_values; 1.response_data)";
    expect(readingOf(response, ["owl", "red_fox"])).toBe(onTimeout('split("owl,red_fox"; ",")', answer));
    expect(readingOf(response, [])).toBe(onTimeout("emptyarray", answer));
  });

  test("a rating", () => {
    const response = rating({ min: 1, max: 5, step: 0.5 });
    const config = { scale_min: 1, scale_max: 5, scale_step: 0.5, required: true };
    expect(requestFor(response, 1)).toEqual(["rating", config, 1]);
    expect(readingOf(response, 1)).toBe(onTimeout("1", "ifempty(1.response_data.rating; 1.response_data)"));
  });

  test("a number, of which zero is one", () => {
    const response = numberAnswer({ min: -1, max: 1, decimals: 2 });
    const config = { min_value: -1, max_value: 1, decimal_places: 2, allow_negative: true, required: true };
    expect(requestFor(response, 0)).toEqual(["number", config, 0]);
    expect(readingOf(response, -0.5)).toBe(onTimeout("-0.5", "ifempty(1.response_data.number; 1.response_data)"));
  });

  test("yes or no, of which no is an answer", () => {
    const response = booleanAnswer({ yes: "Ship", no: "Hold" });
    expect(requestFor(response, false)).toEqual([
      "boolean",
      { true_label: "Ship", false_label: "Hold", required: true },
      false,
    ]);
    expect(readingOf(response, false)).toBe(onTimeout("false", "ifempty(1.response_data.boolean; 1.response_data)"));
  });

  test("free text", () => {
    const response = textAnswer({ maxLength: 200, minLength: 1, placeholder: "Why?" });
    expect(requestFor(response, 'No "answer"')).toEqual([
      "text",
      { max_length: 200, min_length: 1, placeholder: "Why?", required: true },
      'No "answer"',
    ]);
    expect(readingOf(response, 'No "answer"')).toBe(onTimeout('"No ""answer"""', "1.response_data"));
  });
});

describe("a review", () => {
  const approval = review({
    ...asked,
    response: singleSelect(["Yes", "No"]),
    onTimeout: "no",
    priority: "high",
    answers: webhook("answers"),
  });

  test("asks with everything that was agreed on, and cuts the text to what HITL.sh takes", () => {
    const module = lastModule((flow) => {
      const { id, note } = flow.trigger("Order", order);
      flow.step("Ask", approval.request({ text: iml`Buy ${note}?`, context: { order: id, from: "shop" } }));
    }, given);
    expect(module).toMatchObject({
      module: "hitl:createRequest",
      parameters: { __IMTCONN__: 7 },
      mapper: {
        loop_id: "l1",
        request_text: '{{substring("Buy " + 1.note + "?"; 0; 2000)}}',
        processing_type: "time-sensitive",
        priority: "high",
        timeout_seconds: 3600,
        callback_url: "https://hook.example.com/answers",
      },
    });
  });

  test("starts a scenario with each answer", () => {
    const modules = modulesOf((flow) => {
      const { answer, response_by, event } = flow.trigger("Answer", approval.responses());
      flow.step("Use", tools.compose({ value: iml`${event} ${response_by.email} ${answer}` }));
    }, given);
    expect(modules).toMatchObject([
      { module: "hitl:watchResponses", parameters: { __IMTHOOK__: 2 } },
      {
        mapper: {
          value: expect.stringMatching(/^\{\{1\.event\}\} \{\{1\.response_by\.email\}\} \{\{if\(1\.status = /u),
        },
      },
    ]);
  });

  test("is the same over modules whose ids are certain, where answers stand deeper", () => {
    const modules = modulesOf(
      (flow) => {
        const { request_id } = flow.step("Ask", approval.request({ text: "?" }));
        const status = flow.step("Poll", approval.status({ request: request_id }));
        flow.step("Use", tools.compose({ value: iml`${status.priority}` }));
      },
      { ...given, modules: "certain" },
    );
    expect(modules).toMatchObject([
      { module: "http:MakeRequest", parameters: { apiKeyKeychain: 8 } },
      { mapper: { url: "https://api.hitl.sh/v1/api/requests/{{1.data.data.request_id}}" } },
      { mapper: { value: "{{2.data.data.request.priority}}" } },
    ]);
  });

  test("without a webhook cannot watch its answers", () => {
    const polled = review({ ...asked, response: singleSelect(["Yes", "No"]), onTimeout: "no" });
    expect(mistakesIn((flow) => void flow.trigger("Answer", polled.responses()))).toEqual([
      'The review has no webhook for its answers\n  help: Give review() one: answers: webhook("…")',
    ]);
  });

  test("cannot wait for longer than HITL.sh does", () => {
    const slow = (): unknown =>
      review({ ...asked, timeoutSeconds: 90_000, response: singleSelect(["Yes", "No"]), onTimeout: "no" });
    expect(mistakesOf(slow)).toEqual([
      "`timeoutSeconds` is 90000, more than 86400\n  help: Give a whole number from 60 to 86400",
    ]);
  });
});

test("a text for people is cut only when its length is not known", () => {
  const yesNo = review({ ...asked, response: singleSelect(["Yes", "No"]), onTimeout: "no" });
  const module = lastModule((flow) => void flow.step("Ask", yesNo.request({ text: "Really?" })), given);
  expect(module).toMatchObject({ mapper: { request_text: "Really?" } });
});
