import { expect, test } from "vitest";
import * as xml from "../../../src/catalog/apps/xml.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

test("XML is read, and its numbers become numbers", () => {
  expect(valuesOf(xml.parseXml({ xml: "<a>1</a>" }))).toEqual({
    parameters: { preserveNumbersAsText: false },
    mapper: { xml: "<a>1</a>" },
  });
});

describeAgainstExports(xml);
