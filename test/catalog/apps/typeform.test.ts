import { expect, test } from "vitest";
import * as typeform from "../../../src/catalog/apps/typeform.ts";
import { connection } from "../../../src/dsl/bindings.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

test("a trigger has its settings in the parameters, a search in the mapper", () => {
  const form = { connection: connection("typeform"), formId: "f1" };
  expect(valuesOf(typeform.watchResponses(form))).toEqual({
    parameters: { __IMTCONN__: "<connections: typeform>", formId: "f1", limit: 10 },
    mapper: {},
  });
  expect(valuesOf(typeform.listResponses({ ...form, since: new Date(0), limit: 5 }))).toEqual({
    parameters: { __IMTCONN__: "<connections: typeform>" },
    mapper: { formId: "f1", since: "1970-01-01T00:00:00.000Z", limit: 5 },
  });
});

describeAgainstExports(typeform);
