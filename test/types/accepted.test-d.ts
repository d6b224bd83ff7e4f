// What the types make of a scenario: each value has the type of the data that it stands for.

import {
  booleanAnswer,
  branch,
  callScenario,
  coerce,
  connection,
  customFunction,
  dataStore,
  type Expr,
  env,
  exists,
  field,
  fn,
  fragment,
  iml,
  multiSelect,
  numberAnswer,
  onError,
  op,
  organizationVariable,
  type Ref,
  rating,
  raw,
  review,
  scenario,
  singleSelect,
  text,
  textAnswer,
  thisScenario,
  tool,
  type Value,
  webhook,
} from "cyanotype";
import { googleForms, googleSheets, http, json, tools, webhooks } from "cyanotype/apps";
import { expectTypeOf } from "vitest";

const asked = { connection: connection("hitl"), loop: env("LOOP"), timeoutSeconds: 60 };

scenario("Answers", {}, (flow) => {
  const select = review({ ...asked, response: singleSelect(["Yes", "Needs More Time"]), onTimeout: "yes" });
  const several = review({ ...asked, response: multiSelect(["Red Fox", "Owl"]), onTimeout: ["red_fox"] });
  const stars = review({ ...asked, response: rating({ min: 1, max: 5 }), onTimeout: 1 });
  const amount = review({ ...asked, response: numberAnswer({ min: 0, max: 10 }), onTimeout: 0 });
  const yes = review({ ...asked, response: booleanAnswer(), onTimeout: false });
  const words = review({ ...asked, response: textAnswer({ maxLength: 100 }), onTimeout: "" });
  const request = "id";

  const answer = flow.step("Select", select.status({ request })).answer;
  expectTypeOf(answer).toEqualTypeOf<Ref<"yes" | "needs_more_time">>();
  expectTypeOf(flow.step("Several", several.status({ request })).answer).toEqualTypeOf<
    Ref<readonly ("red_fox" | "owl")[]>
  >();
  expectTypeOf(flow.step("Rating", stars.status({ request })).answer).toEqualTypeOf<Ref<number>>();
  expectTypeOf(flow.step("Number", amount.status({ request })).answer).toEqualTypeOf<Ref<number>>();
  expectTypeOf(flow.step("Boolean", yes.status({ request })).answer).toEqualTypeOf<Ref<boolean>>();
  expectTypeOf(flow.step("Text", words.status({ request })).answer).toEqualTypeOf<Ref<string>>();

  const requested = flow.step("Ask", select.request({ text: "?", context: { id: 1, at: new Date(), of: answer } }));
  expectTypeOf(requested.request_id).toEqualTypeOf<Ref<string>>();
  expectTypeOf(requested.timeout_at).toEqualTypeOf<Ref<Date>>();

  flow.match("Every answer", answer, { yes: () => {}, needs_more_time: () => {} });
  flow.match("Some, and a fallback", answer, { yes: () => {}, fallback: () => {} });
  flow.match("All, and a fallback", answer, { yes: () => {}, needs_more_time: () => {}, fallback: () => {} });
});

interface Order {
  readonly id: number;
  readonly customer: { readonly email: string; readonly since: Date };
  readonly lines: readonly { readonly sku: string; readonly amount: number }[];
  readonly state: "open" | "closed";
  readonly note?: string;
  readonly discount: number | null;
}

scenario("Values", {}, (flow) => {
  const order = flow.trigger("Order", webhooks.customWebhook<Order>({ webhook: webhook("orders") }));
  expectTypeOf(order.id).toExtend<Expr<number>>();
  expectTypeOf(order.customer.since).toExtend<Value<Date>>();
  expectTypeOf(order.lines.at(-1).sku).toEqualTypeOf<Ref<string>>();
  expectTypeOf(order.lines.first()).toEqualTypeOf<Ref<{ readonly sku: string; readonly amount: number }>>();
  expectTypeOf(order.note).toEqualTypeOf<Ref<string>>();
  expectTypeOf(order.discount).toEqualTypeOf<Ref<number>>();
  expectTypeOf(iml`${order.id}`).toEqualTypeOf<Expr<string>>();
  expectTypeOf(fn.parseDate(order.customer.email, "YYYY")).toEqualTypeOf<Expr<Date>>();
  expectTypeOf(fn.ifempty(order.note, 0)).toEqualTypeOf<Expr<string | number>>();
  expectTypeOf(op.less(order.id, 3)).toEqualTypeOf<Expr<boolean>>();
  expectTypeOf(customFunction<[net: number], string>("vat")(order.id)).toEqualTypeOf<Expr<string>>();
  expectTypeOf(organizationVariable<number>("rate")).toEqualTypeOf<Expr<number>>();
  expectTypeOf(env("CHANNEL")).toEqualTypeOf<Expr<string>>();
  expectTypeOf(env<number>("LIMIT")).toEqualTypeOf<Expr<number>>();
  expectTypeOf(thisScenario.executionUrl).toEqualTypeOf<Ref<string>>();
  expectTypeOf(raw.text`{{1.x}}`).toEqualTypeOf<Expr<unknown>>();

  // A literal where a union is compared, and a mapping where a literal may stand.
  text.equals(order.state, "open");
  text.equals(order.state, order.state);
  text.contains(order.customer.email, order.state);
});

scenario("Flow", {}, (flow) => {
  const order = flow.trigger("Order", webhooks.customWebhook<Order>({ webhook: webhook("orders") }));
  const line = flow.iterate("Each line", order.lines);
  expectTypeOf(line.amount).toEqualTypeOf<Ref<number>>();
  expectTypeOf(line.__IMTINDEX__).toEqualTypeOf<Ref<number>>();
  expectTypeOf(flow.iterate("Each tag", fn.split("a,b", ",")).value).toEqualTypeOf<Ref<string>>();
  expectTypeOf(flow.repeat("Again", { times: 3 }).i).toEqualTypeOf<Ref<number>>();

  const all = flow.collect("All lines", line, { sku: line.sku, at: order.customer.since, count: 1 });
  expectTypeOf(all.array.at(1).sku).toEqualTypeOf<Ref<string>>();
  expectTypeOf(all.array.at(1).at).toExtend<Expr<Date>>();
  expectTypeOf(all.array.at(1).count).toEqualTypeOf<Ref<number>>();
  const joined = flow.aggregate("Text", line, tools.textAggregator({ value: line.sku }), { groupBy: line.sku });
  expectTypeOf(joined.text).toEqualTypeOf<Ref<string>>();

  const size = flow.ifElse(
    "Size",
    [
      branch("Large", exists(order.note), () => ({ label: "large", limit: order.id })),
      branch("Dropped", exists(order.discount), () => {}),
      branch("Closed", text.equals(order.state, "closed"), () => ({ label: order.state, until: order.customer.since })),
    ],
    () => ({ label: "small", limit: 1 }),
  );
  expectTypeOf(size.label).toEqualTypeOf<Ref<string>>();
  expectTypeOf(size.limit).toEqualTypeOf<Ref<number>>();
  expectTypeOf(size.until).toExtend<Expr<Date>>();
  expectTypeOf(flow.ifElse("Nothing", [branch("A", exists(order.note), () => {})])).toEqualTypeOf<void>();

  flow.step("With a handler", http.makeRequest({ url: "https://example.com", method: "get" }), {
    when: ["Has an id", exists(order.id)],
    onError: (inner, error) => {
      expectTypeOf(error.message).toEqualTypeOf<Ref<string>>();
      inner.step("Look", tools.compose({ value: error.message }));
      return onError.resume({ statusCode: order.id });
    },
  });
  flow.step("Raw", raw.module<{ readonly total: number }>({ module: "app:Module", version: 1 }), {
    onError: onError.resume({ total: 0 }),
  });
});

scenario("Apps", {}, (flow) => {
  const sheet = { connection: connection("google"), spreadsheetId: "id", sheetId: "Sheet1" };
  const row = flow.trigger("Row", googleSheets.watchRows(sheet));
  expectTypeOf(row.AB).toEqualTypeOf<Ref<string>>();
  expectTypeOf(row.rowNumber).toEqualTypeOf<Ref<number>>();
  const form = flow.trigger(
    "Form",
    googleForms.watchResponses({
      connection: connection("google"),
      formId: "id",
      questions: { amount: googleForms.numberQuestion("2b5f3c01"), item: googleForms.textQuestion("4d7a9e02") },
    }),
  );
  expectTypeOf(form.answers.amount).toEqualTypeOf<Ref<number>>();
  expectTypeOf(form.answers.item).toEqualTypeOf<Ref<string>>();
  expectTypeOf(flow.step("Parse", json.parseJson<{ total: number }>({ json: "{}" })).total).toEqualTypeOf<
    Ref<number>
  >();

  const tickets = dataStore("tickets", { ticket: 0, state: "", done: false });
  expectTypeOf(flow.step("Get", tickets.get({ key: "1" })).done).toEqualTypeOf<Ref<boolean>>();
  const found = flow.step("Find", tickets.search({ where: (ticket) => text.equals(ticket.state, "open") }));
  expectTypeOf(found.data.ticket).toEqualTypeOf<Ref<number>>();
  tickets.update({ key: found.key, row: { done: true } });
});

const book = scenario(
  "Book",
  {
    inputs: { number: field.text("Number").required(), net: field.number("Net") },
    outputs: { id: field.text("Id").required(), at: field.date("At") },
  },
  (flow, inputs) => {
    expectTypeOf(inputs.number).toEqualTypeOf<Ref<string>>();
    expectTypeOf(inputs.net).toEqualTypeOf<Ref<number>>();
    flow.returnOutputs("Return", { id: inputs.number });
  },
);

scenario("Caller", {}, (flow) => {
  const booked = flow.step("Book it", callScenario(book, { number: "1", net: fn.round(2.5) }));
  expectTypeOf(booked.id).toEqualTypeOf<Ref<string>>();
  expectTypeOf(booked.at).toExtend<Expr<Date>>();
});

fragment("Copied", (flow) => {
  const row = flow.step("Row", json.parseJson<{ id: string; count: number }>({ json: "{}" }));
  // A value of another type is handed over on purpose; what stands in the blueprint fits everywhere.
  flow.step("Wait", tools.sleep({ duration: coerce(row.id) }));
  flow.step("Wait longer", tools.sleep({ duration: raw.value("{{7.seconds}}") }), { mapper: { further: true } });
  flow.step("Agent", raw.module({ module: "ai-local-agent:RunLocalAIAgent", version: 0 }), {
    tools: [
      tool<{ city: string }>("Weather", (flow, given) => {
        expectTypeOf(given.city).toEqualTypeOf<Ref<string>>();
        flow.step("Look", tools.compose({ value: given.city }), {
          when: raw.condition("text:equal:ci", given.city, row.id),
        });
      }),
    ],
  });
  expectTypeOf(op.join(row.count, " pieces")).toEqualTypeOf<Expr<string>>();
  expectTypeOf(op.not(row.count)).toEqualTypeOf<Expr<boolean>>();
});
