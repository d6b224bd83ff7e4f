// The third generation of the HTTP app: what most exports hold. New scenarios use `http.ts`.

import {
  account,
  any,
  boolean,
  buffer,
  filename,
  hidden,
  keychain,
  pairs,
  record,
  select,
  text,
  textOrJson,
  uinteger,
  url,
} from "../field.ts";
import { app, observed } from "../module.ts";

const http = app({ slug: "http", name: "HTTP", version: 3 });

const address = {
  url: url("URL").required(),
  serializeUrl: boolean("Serialize URL").default(false),
};
const shareCookies = boolean("Share cookies with other HTTP modules").default(false);

// Make's editor starts with `false`, which lets a refused request pass as a success.
const handleErrors = boolean("Evaluate all states as errors (except for 2xx and 3xx )").default(true);

const sending = { handleErrors, useNewZLibDeCompress: hidden("New decompression", true) };

const request = {
  ...address,
  method: select("Method", ["get", "head", "post", "put", "patch", "delete", "options"]).required(),
  headers: pairs("Headers"),
  qs: pairs("Query String"),
  bodyType: select("Body type", ["raw", "x_www_form_urlencoded", "multipart_form_data"]).impliedBy({
    data: "raw",
    formFields: "x_www_form_urlencoded",
  }),
  contentType: select("Content type", [
    "text/plain",
    "application/json",
    "application/xml",
    "text/xml",
    "text/html",
    "custom",
  ]),
  data: textOrJson("Request content", "buffer"),
  formFields: pairs("Fields", "key"),
  parseResponse: boolean("Parse response").default(true),
  timeout: uinteger("Timeout", { min: 1, max: 300 }).describe("In seconds."),
  shareCookies,
  ca: text("Self-signed certificate"),
  rejectUnauthorized: boolean("Reject connections that are using unverified (self-signed) certificates").default(true),
  followRedirect: boolean("Follow redirect").default(true),
  useQuerystring: boolean("Disable serialization of multiple same query string keys as arrays").default(false),
  gzip: boolean("Request compressed content").default(true),
  useMtls: boolean("Use Mutual TLS").default(false),
  followAllRedirects: boolean("Follow all redirect").default(false),
};

const response = { statusCode: uinteger("Status code"), headers: record("Headers"), data: any("Data") };
const replacedBy = "http:MakeRequest";

export const sendData = http.action("ActionSendData", {
  label: "Make a request",
  summary: "Sends a request to a URL and gives what the server answers.",
  parameters: sending,
  mapper: { ...request, authUser: text("User name"), authPass: text("Password") },
  output: response,
  replacedBy,
  evidence: observed(180),
});

export const sendDataApiKeyAuth = http.action("ActionSendDataAPIKeyAuth", {
  label: "Make an API Key Auth request",
  summary: "Sends a request that authenticates with an API key.",
  parameters: { auth: keychain("apikeyauth"), ...sending },
  mapper: request,
  output: response,
  replacedBy,
  evidence: observed(76),
});

export const sendDataBasicAuth = http.action("ActionSendDataBasicAuth", {
  label: "Make a Basic Auth request",
  summary: "Sends a request that authenticates with a user name and a password.",
  parameters: { key: keychain("basicauth"), ...sending },
  mapper: request,
  output: response,
  replacedBy,
  evidence: observed(7),
});

export const sendDataOAuth = http.action("ActionSendDataOAuth", {
  label: "Make an OAuth 2.0 request",
  summary: "Sends a request that authenticates with an OAuth 2.0 connection.",
  parameters: { account: account("oauth2"), handleErrors },
  mapper: request,
  output: response,
  replacedBy,
  evidence: observed(2),
});

export const getFile = http.action("ActionGetFile", {
  label: "Get a file",
  summary: "Downloads a file.",
  parameters: { handleErrors },
  mapper: { ...address, method: hidden("Method", "get"), shareCookies },
  output: { data: buffer("Data"), fileName: filename("File name") },
  writes: false,
  repeatable: true,
  replacedBy: "http:DownloadFile",
  evidence: observed(7),
});

export const resolveTargetUrl = http.action("ActionResolveTargetURL", {
  label: "Resolve a target URL",
  summary: "Follows the redirects of a URL and gives where they end.",
  mapper: { ...address, method: select("Method", ["head", "get"]).default("head") },
  output: { url: url("URL") },
  writes: false,
  repeatable: true,
  evidence: observed(5),
});
