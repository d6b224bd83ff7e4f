import { expect, test } from "vitest";
import * as rss from "../../../src/catalog/apps/rss.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

test("a feed needs no connection", () => {
  const url = "https://example.com/feed.xml";
  expect(valuesOf(rss.newArticle({ url }))).toEqual({ parameters: { url, gzip: true, maxResults: 10 }, mapper: {} });
  expect(valuesOf(rss.readArticles({ url, maxResults: 2, include: ["itunes"] }))).toEqual({
    parameters: { include: ["itunes"] },
    mapper: { url, gzip: true, maxResults: 2 },
  });
});

describeAgainstExports(rss);
