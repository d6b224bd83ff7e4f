import { describe, expect, test } from "vitest";
import * as googleDocs from "../../../src/catalog/apps/google-docs.ts";
import type { ModuleCall } from "../../../src/catalog/module.ts";
import { connection, env } from "../../../src/dsl/bindings.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

const account = { connection: connection("google") };

describe("Google Docs", () => {
  test.for<[string, ModuleCall<unknown>, unknown]>([
    [
      "makes a document without header and footer",
      googleDocs.createADocument({ ...account, name: "Report", content: "<h1>Report</h1>", folderId: "/" }),
      {
        name: "Report",
        content: "<h1>Report</h1>",
        destination: "drive",
        folderId: "/",
        header: false,
        footer: false,
      },
    ],
    [
      "fills in a template",
      googleDocs.createADocumentFromTemplate({
        ...account,
        document: env("OFFER_TEMPLATE"),
        requests: { customer: "Ada" },
        name: "Offer",
        folderId: "/",
      }),
      {
        select: "dropdown",
        from: "drive",
        document: "<values: OFFER_TEMPLATE>",
        requests: { customer: "Ada" },
        name: "Offer",
        destination: "drive",
        folderId: "/",
      },
    ],
    [
      "gives a document as PDF",
      googleDocs.exportADocument({ ...account, document: env("OFFER"), mimeType: "application/pdf" }),
      { destination: "drive", document: "<values: OFFER>", mimeType: "application/pdf" },
    ],
  ])("%s", ([, call, expected]) => {
    expect(valuesOf(call).mapper).toEqual(expected);
  });
});

describeAgainstExports(googleDocs);
