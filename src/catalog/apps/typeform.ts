import { bundlePosition } from "../bundle-position.ts";
import {
  account,
  any,
  array,
  boolean,
  collection,
  date,
  email,
  hook,
  number,
  record,
  remoteSelect,
  selectMany,
  text,
  uinteger,
  url,
} from "../field.ts";
import { app, observed } from "../module.ts";

const identity = { slug: "typeform", name: "Typeform", version: 2 } as const;
const typeform = app({ ...identity, parameters: { __IMTCONN__: account("typeform2") } });

const formId = remoteSelect("Form ID").required();
const query = text("Query");
const completed = boolean("Completed");
const fields = array("Fields", remoteSelect("Field"));

const answered = {
  token: text("Token"),
  landed_at: date("Landed at"),
  submitted_at: date("Submitted at"),
  answers: array(
    "Answers",
    collection("Answer", {
      field: collection("Field", { id: text("ID"), type: text("Type"), ref: text("Readable Name") }),
      type: text("Type"),
      text: text("Text"),
      email: email("Email"),
      boolean: boolean("Boolean"),
      number: number("Number"),
      date: date("Date"),
      long_text: text("Long Text"),
      short_text: text("Short Text"),
      file_url: url("File URL"),
      url: url("URL"),
      phone_number: text("Phone Number"),
      choice: collection("Choice", { label: text("Label"), other: text("Other") }),
    }),
  ),
  mappable_answers: any<Readonly<Record<string, string>>>("Mappable Answers").describe(
    "By the references of questions.",
  ),
  hidden: record("Hidden"),
  calculated: collection("Calculated", { score: number("Score") }),
};
const response = {
  ...answered,
  landing_id: text("Landing ID"),
  response_id: text("Response ID"),
  metadata: collection("Metadata", {
    user_agent: text("User Agent"),
    platform: text("Platform"),
    referer: url("Referer"),
    network_id: text("Network ID"),
    browser: text("Browser"),
  }),
};

export const watchEventsWithResponses = app(identity).instantTrigger("WatchEventsWithResponses", {
  label: "Watch Events",
  summary: "Starts when a response is sent in.",
  parameters: { __IMTHOOK__: hook("typeform") },
  output: {
    ...answered,
    form_id: text("Form ID"),
    event: collection("Event", { id: text("ID"), type: text("Type") }),
    definition: collection("Definition", {
      id: text("ID"),
      title: text("Title"),
      fields: array(
        "Fields",
        collection("Field", { id: text("ID"), title: text("Title"), type: text("Type"), ref: text("Internal Name") }),
      ),
    }),
  },
  evidence: observed(4),
});

export const watchResponses = typeform.pollingTrigger("WatchResponses", {
  label: "Watch Responses",
  summary: "Starts with each response that was sent in since the last run.",
  parameters: { formId, query, fields, completed, limit: uinteger("Limit").default(10) },
  output: response,
  evidence: observed(1),
});

export const listResponses = typeform.search("ListResponses", {
  label: "List Responses",
  summary: "Gives the responses to a form, a bundle for each.",
  mapper: {
    formId,
    completed,
    query,
    since: date("Since"),
    until: date("Until"),
    fields,
    included_response_ids: selectMany("Included Response IDs"),
    excluded_response_ids: selectMany("Excluded Response IDs"),
    limit: uinteger("Limit"),
  },
  output: { ...response, ...bundlePosition },
  evidence: observed(3),
});
