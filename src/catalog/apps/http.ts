import {
  account,
  any,
  boolean,
  buffer,
  dataStructure,
  json,
  keychain,
  pairs,
  record,
  select,
  text,
  textOrJson,
  uinteger,
  url,
} from "../field.ts";
import { app, observed, weak } from "../module.ts";

const http = app({
  slug: "http",
  name: "HTTP",
  version: 4,
  parameters: {
    authenticationType: select("Authentication type", ["noAuth", "apiKey", "basicAuth", "oAuth"])
      .default("noAuth")
      .impliedBy({ key: "apiKey", login: "basicAuth", connection: "oAuth" }),
    tlsType: select("Transport layer security (TLS)", ["mTls", "tls"]),
    proxyKeychain: keychain("proxy").as("proxy").optional(),
    apiKeyKeychain: keychain("apikeyauth").optional().describe("Sent as header or query parameter, as the key says."),
    basicAuthKeychain: keychain("basicauth").as("login").optional(),
    oAuthAccount: account("oauth2").optional(),
  },
});

const address = url("URL").required();
const headers = pairs("Headers");
const stopOnHttpError = boolean("Return error if HTTP request fails").default(true);

/**
 * Sends a request. Give at most one of `key`, `login` and `connection` to authenticate, and at most one of `body` (JSON),
 * `structuredBody` (JSON by a data structure), `form` and `rawBody`; the settings that go with it follow.
 *
 * A status of 400 or more ends the run in an error. With `stopOnHttpError: false` it does not: look at `statusCode`
 * before you use `data`, which may then be an error page.
 */
export const makeRequest = http.action("MakeRequest", {
  label: "Make a request",
  summary: "Sends a request to a URL and gives what the server answers.",
  mapper: {
    url: address,
    method: select("Method", ["get", "head", "post", "put", "patch", "delete", "options"]).required(),
    headers,
    queryParameters: pairs("Query parameters"),
    contentType: select("Body content type", ["json", "multipart", "urlEncoded", "custom"]).impliedBy({
      body: "json",
      structuredBody: "json",
      form: "urlEncoded",
      rawBody: "custom",
    }),
    parseResponse: boolean("Parse response").default(true).describe("JSON and XML become data that can be mapped."),
    stopOnHttpError,
    timeout: uinteger("Timeout", { min: 1, max: 300 }).describe("In seconds; 40 when it is left out."),
    allowRedirects: boolean("Allow redirects").default(true),
    shareCookies: boolean("Share cookies with other HTTP modules").default(false),
    requestCompressedContent: boolean("Request compressed content").default(true),
    inputMethod: select("Body input method", ["dataStructure", "jsonString"]).impliedBy({
      body: "jsonString",
      structuredBody: "dataStructure",
    }),
    jsonStringBodyContent: json("Body content").as("body"),
    bodyDataStructure: dataStructure().optional(),
    dataStructureBodyContent: record("Body content").as("structuredBody"),
    urlEncodedBodyContent: pairs("Body content").as("form"),
    contentTypeValue: text("Content type value").describe("The media type of `rawBody`."),
    rawBodyContent: textOrJson("Body content", "buffer").as("rawBody"),
  },
  output: { data: any("Data"), statusCode: uinteger("Status Code"), headers: record("Headers") },
  evidence: observed(35),
});

/** Authenticates like `makeRequest`. */
export const downloadFile = http.action("DownloadFile", {
  label: "Download a file",
  summary: "Downloads a file.",
  mapper: { url: address, headers, stopOnHttpError },
  output: { data: buffer("Data") },
  writes: false,
  repeatable: true,
  evidence: weak("Public repositories name it with these fields, but no export at hand holds it"),
});
