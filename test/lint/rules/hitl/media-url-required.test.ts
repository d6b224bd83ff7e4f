import { hitlMediaUrlRequired } from "../../../../src/lint/rules/hitl/media-url-required.ts";
import { describeRule } from "../../describe-rule.ts";
import { BODY, posted, request } from "./requests.ts";

const media = (type: unknown, more = {}) => posted(request("single_select", { type, ...more }));

describeRule(hitlMediaUrlRequired, {
  good: {
    "text, which needs none": media("markdown"),
    "an image with its address": media("image", { image_url: "https://example.com/a.png" }),
    "an image with a mapped address": media("image", { image_url: "{{1.url}}" }),
    "a type that is mapped": media("{{1.type}}"),
  },
  bad: {
    "an image without its address": {
      given: media("image"),
      reports: [{ message: "missing", at: BODY, text: '"image"' }],
    },
    "a video with the address of an image": {
      given: media("video", { image_url: "https://example.com/a.png" }),
      reports: [{ message: "missing", at: BODY, text: '"video"' }],
    },
    "an empty address": {
      given: media("file", { file_url: "" }),
      reports: [{ message: "empty", at: BODY, text: '""' }],
    },
  },
});
