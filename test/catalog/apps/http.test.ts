import { describe, expect, test } from "vitest";
import * as http from "../../../src/catalog/apps/http.ts";
import type { ModuleCall } from "../../../src/catalog/module.ts";
import { connection, dataStructure, key } from "../../../src/dsl/bindings.ts";
import { raw } from "../../../src/dsl/raw.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

const url = "https://example.com";
const defaults = {
  parseResponse: true,
  stopOnHttpError: true,
  allowRedirects: true,
  shareCookies: false,
  requestCompressedContent: true,
};

describe("a request", () => {
  test.for<[string, ModuleCall<unknown>, unknown]>([
    [
      "sends nothing by itself",
      http.makeRequest({ url, method: "get", headers: { Accept: "text/csv" }, queryParameters: { page: 2 } }),
      {
        headers: [{ name: "Accept", value: "text/csv" }],
        queryParameters: [{ name: "page", value: 2 }],
      },
    ],
    [
      "sends a body as JSON, with mapped values escaped",
      http.makeRequest({ url, method: "get", body: { id: 7, tags: ["a"], gone: undefined } }),
      { contentType: "json", inputMethod: "jsonString", jsonStringBodyContent: '{"id":7,"tags":["a"]}' },
    ],
    [
      "sends a body that is a JSON text already",
      http.makeRequest({ url, method: "get", body: raw.text`{{2.json}}` }),
      { contentType: "json", inputMethod: "jsonString", jsonStringBodyContent: "{{2.json}}" },
    ],
    [
      "sends a body by a data structure",
      http.makeRequest({ url, method: "get", structuredBody: { id: 7 }, dataStructure: dataStructure("order") }),
      {
        contentType: "json",
        inputMethod: "dataStructure",
        bodyDataStructure: "<dataStructures: order>",
        dataStructureBodyContent: { id: 7 },
      },
    ],
    [
      "sends a form",
      http.makeRequest({ url, method: "get", form: { user: "ada" } }),
      { contentType: "urlEncoded", urlEncodedBodyContent: [{ name: "user", value: "ada" }] },
    ],
    [
      "sends any bytes",
      http.makeRequest({ url, method: "get", rawBody: "a;b", contentTypeValue: "text/csv" }),
      { contentType: "custom", contentTypeValue: "text/csv", rawBodyContent: "a;b" },
    ],
    [
      "does as it is told rather than as it would guess",
      http.makeRequest({ url, method: "get", rawBody: "x", contentType: "multipart", stopOnHttpError: false }),
      { contentType: "multipart", rawBodyContent: "x", stopOnHttpError: false },
    ],
  ])("%s", ([, call, expected]) => {
    expect(valuesOf(call)).toEqual({
      parameters: { authenticationType: "noAuth" },
      mapper: { url, method: "get", ...defaults, ...(expected as object) },
    });
  });

  test.for<[string, Parameters<typeof http.makeRequest>[0], unknown]>([
    [
      "an API key",
      { url, method: "get", key: key("shop") },
      { authenticationType: "apiKey", apiKeyKeychain: "<keys: shop>" },
    ],
    [
      "a user name and a password",
      { url, method: "get", login: key("shop") },
      { authenticationType: "basicAuth", basicAuthKeychain: "<keys: shop>" },
    ],
    [
      "an OAuth connection",
      { url, method: "get", connection: connection("shop") },
      { authenticationType: "oAuth", oAuthAccount: "<connections: shop>" },
    ],
  ])("authenticates with %s", ([, input, expected]) => {
    expect(valuesOf(http.makeRequest(input)).parameters).toEqual(expected);
  });

  test("escapes what is mapped into its body", () => {
    const call = http.makeRequest({ url, method: "post", body: { text: raw.text`{{1.text}}` } });
    expect(valuesOf(call).mapper).toMatchObject({
      jsonStringBodyContent: expect.stringMatching(/^\{"text":"\{\{replace\(.*1\.text.*\)\}\}"\}$/u),
    });
  });
});

describeAgainstExports(http, {
  // One export gives this version the fields of version 3.
  "http:MakeRequest": {
    undeclared: [
      "mapper.bodyType",
      "mapper.ca",
      "mapper.data",
      "mapper.followRedirect",
      "mapper.gzip",
      "mapper.qs",
      "mapper.rejectUnauthorized",
      "mapper.useMtls",
      "mapper.useQuerystring",
      "parameters.handleErrors",
      "parameters.useNewZLibDeCompress",
    ],
    absent: [
      "mapper.allowRedirects",
      "mapper.requestCompressedContent",
      "mapper.stopOnHttpError",
      "parameters.authenticationType",
    ],
    misfits: ['mapper.contentType: "application/json"'],
  },
});
