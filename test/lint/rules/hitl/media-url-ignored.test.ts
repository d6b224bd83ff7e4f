import { hitlMediaUrlIgnored } from "../../../../src/lint/rules/hitl/media-url-ignored.ts";
import { describeRule } from "../../describe-rule.ts";
import { BODY, posted, request } from "./requests.ts";

const image = (type: unknown) => posted(request("single_select", { type, image_url: "https://example.com/a.png" }));

describeRule(hitlMediaUrlIgnored, {
  good: {
    "an image": image("image"),
    "a type that may be an image": image("{{1.type}}"),
    "a type that does not exist, which another rule reports": image("picture"),
    "no address": posted(request()),
  },
  bad: {
    "an image beside text": {
      given: image("markdown"),
      reports: [{ message: "ignored", at: BODY, text: '"image_url"' }],
    },
    "an image beside a video": {
      given: image("video"),
      reports: [{ message: "ignored", at: BODY, text: '"image_url"' }],
    },
  },
});
