import { expect, test } from "vitest";
import * as linkedin from "../../../src/catalog/apps/linkedin.ts";
import { connection } from "../../../src/dsl/bindings.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

test("a post is public, and may be shared, unless somebody says otherwise", () => {
  expect(valuesOf(linkedin.createPost({ connection: connection("linkedin"), content: "Hello" })).mapper).toEqual({
    content: "Hello",
    visibility: "PUBLIC",
    feedDistribution: "MAIN_FEED",
    isReshareDisabledByAuthor: false,
  });
});

describeAgainstExports(linkedin);
