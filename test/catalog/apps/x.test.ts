import { expect, test } from "vitest";
import { createATweet } from "../../../src/catalog/apps/x.ts";
import { connection } from "../../../src/dsl/bindings.ts";
import { raw } from "../../../src/dsl/raw.ts";
import { property } from "../../../src/iml/build.ts";
import { certainValuesOf } from "../values-of.ts";

test("over HTTP, a post has its text escaped for JSON", () => {
  const { mapper } = certainValuesOf(
    createATweet({ connection: connection("x"), text: raw.text`New: {{1.title}}` as never }),
  );
  expect(mapper).toMatchObject({
    method: "post",
    url: "https://api.x.com/2/tweets",
    jsonStringBodyContent: expect.stringMatching(/^\{"text":"New: \{\{replace\(.*1\.title.*\)\}\}"\}$/u),
  });
});

test("over HTTP, the id is found inside of the answer", () => {
  expect(createATweet.declaration.certain?.outputPath?.([property("id")])).toEqual(
    ["data", "data", "id"].map(property),
  );
});
