// What the types must refuse. Each line below is a mistake that Make would find at run time, or never. The code behind
// `@ts-expect-error` is that of the error: `refused.test.ts` holds it against what the compiler says.

import {
  all,
  array,
  boolean,
  branch,
  callScenario,
  connection,
  customFunction,
  dataStore,
  dataStructure,
  date,
  env,
  exists,
  field,
  fn,
  iml,
  key,
  multiSelect,
  now,
  number,
  numberAnswer,
  onError,
  op,
  organizationVariable,
  rating,
  raw,
  review,
  route,
  scenario,
  singleSelect,
  text,
  webhook,
} from "cyanotype";
import { googleSheets, http, jira, slack, tools, webhooks } from "cyanotype/apps";
import { defineConfig } from "cyanotype/lint";

const hitl = connection("hitl");
const approval = review({
  connection: hitl,
  loop: env("LOOP"),
  response: singleSelect(["Approve", "Reject", "Needs Review"]),
  timeoutSeconds: 60,
  onTimeout: "needs_review",
  answers: webhook("answers"),
});
const grade = review({
  connection: hitl,
  loop: "loop",
  response: rating({ min: 1, max: 5 }),
  timeoutSeconds: 60,
  onTimeout: 1,
});
interface Order {
  readonly id: number;
  readonly customer: { readonly email: string; readonly since: Date };
  readonly lines: readonly { readonly sku: string; readonly amount: number }[];
  readonly tags: readonly string[];
  readonly paid: boolean;
}
const orders = webhooks.customWebhook<Order>({ webhook: webhook("orders") });
const wait = tools.sleep({ duration: 1 });

scenario("Answers", {}, (flow) => {
  const asked = flow.step("Ask", approval.request({ text: "?" }));
  const done = flow.trigger("Answer", approval.responses());
  const graded = flow.step("Grade", grade.status({ request: asked.request_id }));

  // @ts-expect-error TS2769 an answer without a route
  flow.match("Decision", done.answer, { approve: () => {}, reject: () => {} });
  // @ts-expect-error TS2769 a route for what is no answer
  flow.match("Decision", done.answer, { approve: () => {}, reject: () => {}, needs_review: () => {}, maybe: () => {} });
  // @ts-expect-error TS2769 the option's text is not the answer
  flow.match("Decision", done.answer, { approve: () => {}, reject: () => {}, "Needs Review": () => {} });
  // @ts-expect-error TS2769 a number has no routes
  flow.match("Decision", graded.answer, { 1: () => {} });
  // @ts-expect-error TS2345 a value that no option produces
  text.equals(done.answer, "Aprove");
  // @ts-expect-error TS2820 one of several values that no option produces
  text.isOneOf(done.answer, ["approve", "rejected"]);
  // @ts-expect-error TS2345 a number condition on text
  number.greaterThan(done.request_id, 3);
  // @ts-expect-error TS2345 a text condition on a number
  text.equals(graded.answer, "3");
  // @ts-expect-error TS2339 a field that the module does not give
  exists(done.nope);
  // @ts-expect-error TS2339 Create Request has no answer yet
  exists(asked.answer);
  // @ts-expect-error TS2345 a request is always pending: this never holds
  text.equals(asked.status, "completed");
  // @ts-expect-error TS2322 the id of a request is text
  flow.step("Poll", grade.status({ request: 7 }));
  // @ts-expect-error TS2353 the deadline belongs to the review
  flow.step("Ask again", approval.request({ text: "?", timeoutSeconds: 60 }));
});

const asked = { connection: hitl, loop: env("LOOP"), timeoutSeconds: 60 };
const yesNo = { ...asked, response: singleSelect(["Yes", "No"]), onTimeout: "no" } as const;
// @ts-expect-error TS2322 the default is not one of the answers
review({ ...yesNo, onTimeout: "maybe" });
// @ts-expect-error TS2820 the default is the answer, not the option's text
review({ ...yesNo, onTimeout: "Yes" });
// @ts-expect-error TS2322 a rating is a number
review({ ...asked, response: rating({ min: 1, max: 5 }), onTimeout: "1" });
// @ts-expect-error TS2322 one of several answers is not among the options
review({ ...asked, response: multiSelect(["Cat", "Dog"]), onTimeout: ["cow"] });
// @ts-expect-error TS2741 without a deadline there is no default to fall back to
review({ connection: hitl, loop: "loop", response: singleSelect(["Yes", "No"]), onTimeout: "no" });
// @ts-expect-error TS2322 a key is no connection
review({ ...yesNo, connection: key("hitl") });
// @ts-expect-error TS2322 an address is no webhook
review({ ...yesNo, answers: "https://example.com" });
// @ts-expect-error TS2322 there is no such priority
review({ ...yesNo, priority: "urgent" });
// @ts-expect-error TS2345 one option is no choice
singleSelect(["Only"]);
// @ts-expect-error TS2741 a scale has two ends
rating({ min: 1 });
// @ts-expect-error TS2353 a number has no scale
numberAnswer({ min: 0, max: 5, step: 1 });

scenario("Values", {}, (flow) => {
  const order = flow.trigger("Order", orders);
  // @ts-expect-error TS2339 a field of a field that is not there
  order.customer.phone;
  // @ts-expect-error TS2339 the items of a list are not the list
  order.lines.sku;
  // @ts-expect-error TS2339 a text is not asked for its items
  order.customer.email.at(1);
  // @ts-expect-error TS2345 the position of an item is a number
  order.lines.at("first");
  // @ts-expect-error TS2345 a text where a number belongs
  fn.round(order.customer.email);
  // @ts-expect-error TS2554 an operand is missing
  fn.substring(order.customer.email, 0);
  // @ts-expect-error TS2339 no such function
  fn.uppercase(order.customer.email);
  // @ts-expect-error TS2345 text is not added up
  op.add(order.customer.email, 1);
  // @ts-expect-error TS2345 an operand of another type than the custom function takes
  customFunction<[net: number, country: string], number>("vat")(order.customer.email, "DE");
  // @ts-expect-error TS2554 an operand less than the custom function takes
  customFunction<[net: number, country: string], number>("vat")(order.id);
  // @ts-expect-error TS2344 a variable of an organization is no object
  organizationVariable<{ vat: number }>("rates");
  // @ts-expect-error TS2345 raw text is of no known type
  number.equals(raw.text`{{1.amount}}`, 1);
});

scenario("Conditions", {}, (flow) => {
  const order = flow.trigger("Order", orders);
  // @ts-expect-error TS2345 a date is not compared as a number
  number.lessThan(order.customer.since, 5);
  // @ts-expect-error TS2345 a text is no date
  date.after(order.customer.since, "2026-01-01");
  // @ts-expect-error TS2345 a number is no date
  date.before(order.id, now);
  // @ts-expect-error TS2345 a list is not compared as text
  text.equals(order.tags, "urgent");
  // @ts-expect-error TS2345 a text is no list
  array.contains(order.customer.email, "@");
  // @ts-expect-error TS2345 a list of texts holds no numbers
  array.contains(order.tags, 5);
  // @ts-expect-error TS2345 a length is a number
  array.longerThan(order.tags, "3");
  // @ts-expect-error TS2345 a number is neither true nor false
  boolean.isTrue(order.id);
  // @ts-expect-error TS2345 what is known already needs no condition
  text.equals("a", "a");
  // @ts-expect-error TS2353 unknown option
  text.contains(order.customer.email, "@", { caseSensitive: false });
  // @ts-expect-error TS2739 a value is no condition
  all(order.paid);
  // @ts-expect-error TS2739 a value is no condition of a route either
  route("Paid", order.paid, () => {});
});

scenario("Flow", {}, (flow) => {
  const order = flow.trigger("Order", orders);
  // @ts-expect-error TS2379 a trigger is no step
  flow.step("Another order", orders);
  // @ts-expect-error TS2379 a step is no trigger
  flow.trigger("Wait", wait);
  // @ts-expect-error TS2379 an aggregator is no step
  flow.step("Text", tools.textAggregator({ value: "x" }));
  // @ts-expect-error TS2379 a step is no aggregator
  flow.aggregate("Text", order, wait);
  // @ts-expect-error TS2353 a trigger has no filter
  flow.trigger("First", orders, { when: exists(order.id) });
  // @ts-expect-error TS2353 unknown option
  flow.step("Wait", wait, { retries: 3 });
  // @ts-expect-error TS2739 a value is no condition
  flow.step("Wait", wait, { when: ["Has an id", order.id] });
  // @ts-expect-error TS2353 a router cannot fail
  flow.router("Split", [], { onError: onError.ignore() });
  // @ts-expect-error TS2345 a single value is no list
  flow.iterate("Each", order.customer);
  // @ts-expect-error TS2345 nobody knows how often to repeat
  flow.repeat("Again", { start: 1 });
  // @ts-expect-error TS2339 what is collected cannot be read one by one
  flow.collect("All", order, { id: order.id }).id;
  // @ts-expect-error TS2339 a router gives nothing
  flow.router("Split", []).output;
  // @ts-expect-error TS2339 branches give what they return
  flow.ifElse("Size", [branch("Large", exists(order.id), () => ({ size: "L" }))], () => ({ size: "S" })).height;
  // @ts-expect-error TS2353 a note has no title
  flow.step("Wait", wait, { note: { text: "Why", title: "Note" } });
  // @ts-expect-error TS2322 colours are hexadecimal
  flow.step("Wait", wait, { note: { text: "Why", color: "red" } });
  // @ts-expect-error TS2339 only a scenario that is called can return
  flow.router("Split", [route("A", exists(order.id), (inner) => inner.returnOutputs("Return", {}))]);
});

scenario("Errors", {}, (flow) => {
  const email = webhooks.customWebhook<{ readonly id: number }>({ webhook: webhook("w") });
  // @ts-expect-error TS2353 a substitute with a field that the step does not give
  flow.trigger("In", email, { onError: onError.resume({ number: 1 }) });
  // @ts-expect-error TS2322 a substitute of another type
  flow.trigger("In", email, { onError: onError.resume({ id: "1" }) });
  // @ts-expect-error TS2322 an error route ends in a handler, not in a value
  flow.step("Wait", wait, { onError: () => "ignore" });
  // @ts-expect-error TS2339 what is known of an error
  flow.step("Wait", wait, { onError: (_, error) => void exists(error.code) });
  // @ts-expect-error TS2741 retries need both numbers
  onError.retry({ attempts: 3 });
  // @ts-expect-error TS2339 there are five directives
  onError.break();
});

// @ts-expect-error TS2345 a required field is missing
slack.createMessage({ connection: connection("slack"), text: "Hello" });
// @ts-expect-error TS2353 an unknown field
slack.createMessage({ connection: connection("slack"), channel: "#ops", text: "Hello", colour: "red" });
// @ts-expect-error TS2322 a field of the wrong type
http.makeRequest({ url: 5, method: "get" });
// @ts-expect-error TS2322 a choice that the form does not offer
http.makeRequest({ url: "https://example.com", method: "fetch" });
// @ts-expect-error TS2322 a webhook is no connection
slack.createMessage({ connection: webhook("slack"), channel: "#ops", text: "Hello" });
// @ts-expect-error TS2322 a name is no connection: which one it is differs between environments
slack.createMessage({ connection: "slack", channel: "#ops", text: "Hello" });
// @ts-expect-error TS2322 a connection is no webhook
webhooks.customWebhook({ webhook: connection("orders") });
// @ts-expect-error TS2322 a data structure is no text
http.makeRequest({ url: dataStructure("orders"), method: "get" });
// @ts-expect-error TS2345 columns have letters
googleSheets.column("1");
// @ts-expect-error TS2345 the project of an issue is missing
jira.createIssue({ connection: connection("jira"), site: "acme", issuetype: "Task", summary: "Look" });
// @ts-expect-error TS2344 a value of an environment is text, a number, true or false
env<Date>("DEADLINE");

const tickets = dataStore("tickets", { ticket: 0, state: "" });
// @ts-expect-error TS2353 the row has no such field
tickets.add({ key: "1", row: { ticket: 1, state: "open", owner: "me" } });
// @ts-expect-error TS2741 a new row is whole
tickets.add({ key: "1", row: { ticket: 1 } });
// @ts-expect-error TS2322 a field of another type
tickets.update({ key: "1", row: { ticket: "one" } });
// @ts-expect-error TS2345 a text of the row is not compared as a number
tickets.search({ where: (row) => number.equals(row.state, 1) });
// @ts-expect-error TS2339 the row has no such field to search by
tickets.search({ where: (row) => exists(row.owner) });

const book = scenario(
  "Book",
  { inputs: { number: field.text("Number").required(), net: field.number("Net") }, outputs: { id: field.text("Id") } },
  (flow, inputs) => {
    // @ts-expect-error TS2339 no such input
    inputs.gross;
    // @ts-expect-error TS2345 an input of another type
    number.equals(inputs.number, 1);
    // @ts-expect-error TS2353 an output that was not declared
    flow.returnOutputs("Return", { id: inputs.number, total: 1 });
    // @ts-expect-error TS2322 an output of another type
    flow.returnOutputs("Return", { id: 5 });
  },
);
// @ts-expect-error TS2345 an input is missing
callScenario(book, { net: 5 });
// @ts-expect-error TS2353 an input that the scenario does not have
callScenario(book, { number: "1", gross: 5 });
// @ts-expect-error TS2322 an input of another type
callScenario(book, { number: 1 });
scenario("Caller", {}, (flow) => {
  const booked = flow.step("Book it", callScenario(book, { number: "1" }));
  // @ts-expect-error TS2339 an output that the scenario does not have
  iml`${booked.total}`;
});

// @ts-expect-error TS2353 unknown setting
scenario("Settings", { interval: 15 }, () => {});
// @ts-expect-error TS2322 a schedule in words that Make has not
scenario("Settings", { schedule: "hourly" }, () => {});
// @ts-expect-error TS2322 days have English names
scenario("Settings", { schedule: { weekly: ["montag"], at: "09:00" } }, () => {});
// @ts-expect-error TS2322 an interval has a unit
scenario("Settings", { schedule: { every: 15 } }, () => {});
// @ts-expect-error TS2353 a suppression of a rule that does not exist
scenario("Settings", { suppress: { "disabled-rout": "It is for the holidays" } }, () => {});
// @ts-expect-error TS2322 a suppression without a reason
scenario("Settings", { suppress: { "disabled-route": { expires: "2027-01-31" } } }, () => {});

// @ts-expect-error TS2353 a rule that does not exist
defineConfig({ rules: { "disabled-rout": "off" } });
// @ts-expect-error TS2322 a severity that does not exist
defineConfig({ rules: { "disabled-route": "of" } });
// @ts-expect-error TS2322 a suppression that does not say where
defineConfig({ suppressions: [{ rule: "disabled-route", reason: "It is for the holidays" }] });
