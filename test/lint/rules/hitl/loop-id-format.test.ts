import { hitlLoopIdFormat } from "../../../../src/lint/rules/hitl/loop-id-format.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, field, posted, request } from "./requests.ts";

const at = (loop: string, more = {}) =>
  posted(request(), { url: `https://api.hitl.sh/v1/api/loops/${loop}/requests`, ...more });

describeRule(hitlLoopIdFormat, {
  good: {
    "an id": at("65f1234567890ABCDEF12345"),
    "a mapped id": at("{{1.loop.id}}"),
    "an id in the app": asked(request()),
    "a mapped id in the app": asked(request("single_select", { loop_id: "{{1.loop}}" })),
    "no loop in the app, which another rule reports": asked(request("single_select", { loop_id: "" })),
    "an address of something else": at("x", { url: "https://api.hitl.sh/v1/api/requests/content_review" }),
  },
  bad: {
    "a name in the address": {
      given: at("content_review"),
      reports: [{ message: "notId", at: field("url"), text: "content_review" }],
    },
    "a name in an older form of the address": {
      given: at("", { url: "https://dev.api.hitl.sh/v1/loops/content_review/requests?x=1" }),
      reports: [{ message: "notId", at: field("url"), text: "content_review" }],
    },
    "a name in the app": {
      given: asked(request("single_select", { loop_id: "refunds" })),
      reports: [{ message: "notId", at: field("loop_id"), text: "refunds" }],
    },
  },
});
