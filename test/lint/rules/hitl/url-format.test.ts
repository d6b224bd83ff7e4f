import { hitlUrlFormat } from "../../../../src/lint/rules/hitl/url-format.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, field, posted, request } from "./requests.ts";

const urls = (changes: object) => request("single_select", { ...changes });

describeRule(hitlUrlFormat, {
  good: {
    "whole addresses": posted(
      urls({ callback_url: "https://hook.eu1.make.com/abc", image_url: "HTTP://example.com/a?b#c" }),
    ),
    "a mapped one": posted(urls({ callback_url: "{{1.hook}}" })),
    "a partly mapped one": posted(urls({ callback_url: "{{1.host}}/callback" })),
    "an empty one, which another rule reports": posted(urls({ type: "image", image_url: "" })),
    "an empty field of the app": asked(urls({ callback_url: "" })),
  },
  bad: {
    "a path": {
      given: posted(urls({ callback_url: "/callback" })),
      reports: [{ message: "notAbsolute", at: BODY, text: '"/callback"' }],
    },
    "a file name": {
      given: posted(urls({ type: "image", image_url: "photo.jpg" })),
      reports: [{ message: "notAbsolute", at: BODY, text: '"photo.jpg"' }],
    },
    "an address with a blank": {
      given: posted(urls({ image_url: "https://example.com/my photo.jpg" })),
      reports: [{ message: "notAbsolute", at: BODY, text: '"https://example.com/my photo.jpg"' }],
    },
    "an empty text that nobody needs": {
      given: posted(urls({ image_url: "" })),
      reports: [{ message: "notAbsolute", at: BODY, text: '""' }],
    },
    "a list": {
      given: posted(urls({ callback_url: ["https://example.com"] })),
      reports: [{ message: "notAbsolute", at: BODY, text: '["https://example.com"]' }],
    },
    "a host in a field of the app": {
      given: asked(urls({ callback_url: "example.com/callback" })),
      reports: [{ message: "notAbsolute", at: field("callback_url") }],
    },
  },
});
