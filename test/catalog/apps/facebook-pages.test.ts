import { expect, test } from "vitest";
import * as facebookPages from "../../../src/catalog/apps/facebook-pages.ts";
import { connection } from "../../../src/dsl/bindings.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

test("a photo comes from the web when it has a URL, and from a module otherwise", () => {
  const post = facebookPages.createPostWithPhotos({
    connection: connection("facebook"),
    page_id: "1",
    photos: [{ url: "https://example.com/a.jpg" }, { fileName: "b.jpg", data: "abc", caption: "B" }],
  });
  expect(valuesOf(post).mapper).toEqual({
    page_id: "1",
    photos: [
      { type: "url", url: "https://example.com/a.jpg" },
      { type: "data", fileName: "b.jpg", data: "abc", caption: "B" },
    ],
  });
});

describeAgainstExports(facebookPages);
