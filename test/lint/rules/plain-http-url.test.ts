import { plainHttpUrl } from "../../../src/lint/rules/plain-http-url.ts";
import { blueprint, module, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const request = (url: unknown) =>
  blueprint([webhook(), module(2, "http:MakeRequest", { version: 4, mapper: { url } })]);

describeRule(plainHttpUrl, {
  good: {
    https: request("https://example.com"),
    "an address that is mapped whole": request("{{1.url}}"),
    "http further on in an address": request("https://example.com/?next=http://other.example.com"),
    "an address in another field": blueprint([
      webhook(),
      module(2, "slack:CreateMessage", { version: 4, mapper: { text: "http://example.com" } }),
    ]),
    "no text": request(80),
  },
  bad: {
    http: {
      given: request("http://example.com"),
      reports: [{ message: "plain", at: "/flow/1/mapper/url", text: "http://" }],
    },
    "blanks and capitals": {
      given: request(" HTTP://example.com"),
      reports: [{ message: "plain", at: "/flow/1/mapper/url", text: "HTTP://" }],
    },
    "a mapped host": {
      given: request("http://{{1.host}}/a"),
      reports: [{ message: "plain", at: "/flow/1/mapper/url", text: "http://" }],
    },
    "a feed among the parameters of a trigger": {
      given: blueprint([
        module(1, "rss:TriggerNewArticle", { version: 4, parameters: { url: "http://example.com/feed" } }),
      ]),
      reports: [{ message: "plain", at: "/flow/0/parameters/url", text: "http://" }],
    },
  },
});
