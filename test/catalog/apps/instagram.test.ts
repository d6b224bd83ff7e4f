import { expect, test } from "vitest";
import * as instagram from "../../../src/catalog/apps/instagram.ts";
import { connection, webhook } from "../../../src/dsl/bindings.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

test("the files of a carousel are photos unless they have the URL of a video", () => {
  const post = instagram.createCarouselPhoto({
    connection: connection("facebook"),
    accountId: "1",
    files: [{ image_url: "https://example.com/a.jpg" }, { video_url: "https://example.com/b.mp4" }],
  });
  expect(valuesOf(post).mapper).toEqual({
    accountId: "1",
    files: [
      { media_type: "IMAGE", image_url: "https://example.com/a.jpg" },
      { media_type: "VIDEO", video_url: "https://example.com/b.mp4" },
    ],
  });
});

test("comments come in at a webhook, without a connection", () => {
  expect(valuesOf(instagram.newComment({ webhook: webhook("comments") })).parameters).toEqual({
    __IMTHOOK__: "<webhooks: comments>",
  });
});

describeAgainstExports(instagram);
