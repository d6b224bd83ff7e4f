import { describe, expect, test } from "vitest";
import * as httpLegacy from "../../../src/catalog/apps/http-legacy.ts";
import { key } from "../../../src/dsl/bindings.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

const url = "https://example.com";

describe("a request of the third generation", () => {
  test("takes a refused request for an error", () => {
    const call = httpLegacy.sendDataApiKeyAuth({ key: key("shop"), url, method: "post", data: { id: 7 } });
    expect(valuesOf(call)).toEqual({
      parameters: { auth: "<keys: shop>", handleErrors: true, useNewZLibDeCompress: true },
      mapper: {
        url,
        serializeUrl: false,
        method: "post",
        bodyType: "raw",
        data: '{"id":7}',
        parseResponse: true,
        shareCookies: false,
        rejectUnauthorized: true,
        followRedirect: true,
        useQuerystring: false,
        gzip: true,
        useMtls: false,
        followAllRedirects: false,
      },
    });
  });

  test("downloads with a method that no form shows", () => {
    expect(valuesOf(httpLegacy.getFile({ url }))).toEqual({
      parameters: { handleErrors: true },
      mapper: { url, serializeUrl: false, method: "get", shareCookies: false },
    });
    // @ts-expect-error the author cannot choose it
    httpLegacy.getFile({ url, method: "head" });
  });

  test("says what replaces it", () => {
    expect(httpLegacy.sendData.declaration.replacedBy).toBe("http:MakeRequest");
  });
});

describeAgainstExports(httpLegacy, {
  "http:ActionSendData": {
    // Two exports were edited by hand.
    undeclared: ["mapper.avatarUrl", "mapper.handleErrors"],
    misfits: ['mapper.method: "GET"', 'mapper.method: "POST"'],
    // Older exports are from before these settings.
    absent: [
      "mapper.followAllRedirects",
      "mapper.gzip",
      "mapper.parseResponse",
      "mapper.serializeUrl",
      "mapper.shareCookies",
      "mapper.useMtls",
      "mapper.useQuerystring",
      "parameters.handleErrors",
    ],
  },
});
