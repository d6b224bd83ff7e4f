import { hitlCallbackHttps } from "../../../../src/lint/rules/hitl/callback-https.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, field, posted, request } from "./requests.ts";

const callback = (callback_url: unknown) => request("single_select", { callback_url });

describeRule(hitlCallbackHttps, {
  good: {
    https: posted(callback("https://hook.eu1.make.com/abc")),
    "https in capital letters": posted(callback("HTTPS://hook.eu1.make.com/abc")),
    "what is no address, which another rule reports": posted(callback("hook.eu1.make.com/abc")),
    "a mapped address": posted(callback("{{1.hook}}")),
    "no callback": posted(request()),
  },
  bad: {
    http: {
      given: posted(callback("http://hook.eu1.make.com/abc")),
      reports: [{ message: "insecure", at: BODY, text: '"http://hook.eu1.make.com/abc"' }],
    },
    "http in a field of the app": {
      given: asked(callback("http://hook.eu1.make.com/abc")),
      reports: [{ message: "insecure", at: field("callback_url") }],
    },
  },
});
