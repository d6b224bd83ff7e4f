// How modules are filled in.

import { step } from "../clean/build.ts";
import { edit, insert, type Mutation, move, remove, set } from "../mutation.ts";

// Made up, and put together so that nobody takes them for real ones.
const OPENAI_KEY = ["sk", "proj", "T3BlbkFJ9aZq27LmXv0RdYc81HsPwE4uKtGfNb6j"].join("-");
const SLACK_TOKEN = ["xoxb", "203948576123", "948571203948", "Zq27LmXv0RdYc81HsPwE4uKt"].join("-");
const GITHUB_TOKEN = `ghp_${"Zq27LmXv0RdYc81HsPwE4uKtGfNb6jT3Bl5K"}`;
const JWT = [
  "eyJhbGciOiJIUzI1NiJ9",
  "eyJzdWIiOiI0MjE3Iiwicm9sZSI6ImFkbWluIn0",
  "mB7kQw2VtXz9LsRp4HdYcJf0NgEaUo1i",
].join(".");
const OPAQUE = "9f86d081884c7d659a2feaa0c55ad015";

export const configuration: readonly Mutation[] = [
  {
    fault: "An iterator has no list",
    in: "orders",
    change: remove("2/mapper/array"),
    finds: "iterator-without-array",
    at: "2/mapper",
  },
  {
    fault: "The list of an iterator was cleared",
    in: "status",
    change: set("4/mapper/array", ""),
    finds: "iterator-without-array",
    at: "4/mapper/array",
    marks: "",
  },
  {
    fault: "The list of an iterator stands among its parameters",
    in: "orders",
    change: move("2/mapper/array", "2/parameters/array"),
    finds: "iterator-without-array",
    at: "2/mapper",
    also: ["misplaced-field"],
  },
  {
    fault: "An iterator calls its list items",
    in: "orders",
    change: move("11/mapper/array", "11/mapper/items"),
    finds: "iterator-without-array",
    at: "11/mapper",
  },
  {
    fault: "A letter of a module's name was left out",
    in: "orders",
    change: set("12/module", "util:TextAgregator"),
    finds: "misspelt-module",
    at: "12/module",
    marks: "util:TextAgregator",
    also: ["missing-error-handler", "unknown-module"],
  },
  {
    fault: "A module's name has a letter too few",
    in: "status",
    change: set("8/module", "google-sheets:addRows"),
    finds: "unknown-module",
    at: "8/module",
    marks: "google-sheets:addRows",
  },
  {
    fault: "A module is named as it was in an older version of its app",
    in: "orders",
    change: set("12/module", "util:TextAggregator2"),
    finds: "unknown-module",
    at: "12/module",
    marks: "util:TextAggregator2",
    also: ["missing-error-handler"],
  },
  {
    fault: "A module is named by hearsay",
    in: "support",
    change: set("16/mapper/type", "incident"),
    finds: "weak-evidence",
    at: "5/module",
    marks: "hitl:createRequest",
  },

  // Secrets
  {
    fault: "A bearer token stands in a header",
    in: "orders",
    change: set("5/mapper/headers/1", { name: "Authorization", value: `Bearer ${JWT}` }),
    finds: "literal-secret",
    at: "5/mapper/headers/1/value",
    marks: JWT,
  },
  {
    fault: "A user name and a password stand in a header",
    in: "status",
    change: set("1/mapper/headers", [{ name: "authorization", value: "Basic b3BzOmhvcnNlYmF0dGVyeXN0YXBsZTQy" }]),
    finds: "literal-secret",
    at: "1/mapper/headers/0/value",
    marks: "b3BzOmhvcnNlYmF0dGVyeXN0YXBsZTQy",
  },
  {
    fault: "An API key stands in a header of its own",
    in: "orders",
    change: set("5/mapper/headers/1", { name: "X-Api-Key", value: OPAQUE }),
    finds: "literal-secret",
    at: "5/mapper/headers/1/value",
    marks: OPAQUE,
  },
  {
    fault: "An API key stands in the query of a request",
    in: "status",
    change: set("1/mapper/queryParameters/1", { name: "api_key", value: OPAQUE }),
    finds: "literal-secret",
    at: "1/mapper/queryParameters/1/value",
    marks: OPAQUE,
  },
  {
    fault: "An API key stands in a URL",
    in: "status",
    change: edit("1/mapper/url", ".json", `.json?format=full&apikey=${OPAQUE}`),
    finds: "literal-secret",
    at: "1/mapper/url",
    marks: OPAQUE,
  },
  {
    fault: "A user name and a password stand in a URL",
    in: "orders",
    change: edit("5/mapper/url", "https://", "https://shop:Ahk7-quiet-Ovh2@"),
    finds: "literal-secret",
    at: "5/mapper/url",
    marks: "Ahk7-quiet-Ovh2",
  },
  {
    fault: "A password stands in a field for it",
    in: "orders",
    change: [set("5/mapper/authUser", "shop"), set("5/mapper/authPass", "Ahk7-quiet-Ovh2")],
    finds: "literal-secret",
    at: "5/mapper/authPass",
    marks: "Ahk7-quiet-Ovh2",
  },
  {
    fault: "An API key stands in the JSON of a body",
    in: "moderation",
    change: edit("2/mapper/jsonStringBodyContent", '"text"', `"api_key": "${OPAQUE}", "text"`),
    finds: "literal-secret",
    at: "2/mapper/jsonStringBodyContent",
    marks: OPAQUE,
  },
  {
    fault: "A key of OpenAI is kept in a variable",
    in: "travel: ask",
    change: set("2/mapper/variables/3", { name: "key", value: OPENAI_KEY }),
    finds: "literal-secret",
    at: "2/mapper/variables/3/value",
    marks: OPENAI_KEY,
  },
  {
    fault: "A token of Slack stands in the text of a message",
    in: "status",
    change: edit("12/mapper/text", "{{4.impact}}", `(${SLACK_TOKEN}) {{4.impact}}`),
    finds: "literal-secret",
    at: "12/mapper/text",
    marks: SLACK_TOKEN,
  },
  {
    fault: "A token of GitHub stands inside of a mapping",
    in: "status",
    change: set("1/mapper/headers", [{ name: "X-Token", value: `{{"token " + "${GITHUB_TOKEN}"}}` }]),
    finds: "literal-secret",
    at: "1/mapper/headers/0/value",
    marks: GITHUB_TOKEN,
  },

  // The way over the net
  {
    fault: "An API is called over http",
    in: "orders",
    change: edit("5/mapper/url", "https://", "http://"),
    finds: "plain-http-url",
    at: "5/mapper/url",
    marks: "http://",
  },
  {
    fault: "An API is called over http, in capitals",
    in: "status",
    change: edit("1/mapper/url", "https://", "HTTP://"),
    finds: "plain-http-url",
    at: "1/mapper/url",
    marks: "HTTP://",
  },
  {
    fault: "The host of an http address is mapped",
    in: "moderation",
    change: set("2/mapper/url", "http://{{1.host}}/score"),
    finds: "plain-http-url",
    at: "2/mapper/url",
    marks: "http://",
  },
  {
    fault: "Certificates are not checked",
    in: "orders",
    change: set("5/mapper/rejectUnauthorized", false),
    finds: "tls-check-off",
    at: "5/mapper/rejectUnauthorized",
    marks: false,
  },
  {
    fault: "Certificates are not checked, and the setting is text",
    in: "orders",
    change: set("5/mapper/rejectUnauthorized", "false"),
    finds: "tls-check-off",
    at: "5/mapper/rejectUnauthorized",
    marks: "false",
  },

  // Variables
  {
    fault: "A variable is read under another name than it was set",
    in: "status",
    change: set("11/mapper/name", "Added"),
    finds: "variable-never-set",
    at: "11/mapper/name",
    marks: "Added",
  },
  {
    fault: "The module that sets a variable was deleted",
    in: "status",
    change: remove("10"),
    finds: "variable-never-set",
    at: "11/mapper/name",
    marks: "added",
  },
  {
    fault: "One of several variables is never set",
    in: "travel: ask",
    change: insert(
      "3",
      step(90, "util:GetVariables@1", "Read", { mapper: { variables: [{ name: "cost" }, { name: "costs" }] } }),
    ),
    finds: "variable-never-set",
    at: "90/mapper/variables/1/name",
    marks: "costs",
  },
  {
    fault: "A variable is only set by a module that hangs on nothing",
    in: "status",
    change: [set("/metadata/designer/orphans", [[]]), move("10", "/metadata/designer/orphans/0/0")],
    finds: "variable-never-set",
    at: "11/mapper/name",
    marks: "added",
    also: ["orphan-modules"],
  },
];
