import { hitlSecretInContext } from "../../../../src/lint/rules/hitl/secret-in-context.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, field, posted, request } from "./requests.ts";

const context = (value: object) => request("single_select", { context: value });
// Put together at run time, so that no scanner takes this file for a leak.
const KEY = ["sk", "live", "4eC39HqLyjWDarjtT1zdp7dc"].join("_");

describeRule(hitlSecretInContext, {
  good: {
    "plain details": posted(context({ order: "A-17", email: "{{1.email}}", max_tokens: 500, tokens_used: "12" })),
    "a name of a secret without one": posted(context({ password: "", token: false })),
    "words about secrets": posted(
      request("single_select", { request_text: "Shall we reset the password (token expired)?" }),
    ),
    "a name and a value side by side that are no secret": posted(
      context({ facts: [{ name: "Token price", value: 12 }] }),
    ),
    "a text that only begins like JSON": posted(context({ note: "{password: reset?" })),
    "JSON in a text": posted(
      context({ payload: JSON.stringify({ order: "A-17", link: "https://example.com/?id=4" }) }),
    ),
    "no context": posted(request()),
    "pictures that open without a key": posted(
      request("single_select", { type: "image", image_url: "https://files.example.com/a.png?width=300&key=cover" }),
    ),
    "a picture that is mapped": posted(request("single_select", { type: "image", image_url: "{{1.url}}" })),
  },
  bad: {
    "names of secrets": {
      given: posted(context({ apiKey: "{{1.key}}", user: { access_token: "abc" } })),
      reports: [
        { message: "name", at: BODY, text: '"apiKey"' },
        { message: "name", at: BODY, text: '"access_token"' },
      ],
    },
    "a name of a secret in a field of the app": {
      given: asked(context({ "db-password": "abc" })),
      reports: [{ message: "name", at: field("context"), text: '"db-password"' }],
    },
    "a number under the name of a secret": {
      given: posted(context({ user: { passphrase: 481516 } })),
      reports: [{ message: "name", at: BODY, text: '"passphrase"' }],
    },
    "a name and a value side by side": {
      given: posted(context({ headers: [{ name: "X-Api-Key", value: "{{1.key}}" }] })),
      reports: [{ message: "name", at: BODY, text: '"value"' }],
    },
    "a name of a secret in JSON in a text": {
      given: asked(context({ payload: JSON.stringify({ user: { password: "{{1.password}}" } }) })),
      reports: [
        { message: "name", at: field("context"), text: JSON.stringify('{"user":{"password":"{{1.password}}"}}') },
      ],
    },
    "a key in the address of a link": {
      given: posted(context({ link: "https://example.com/a?api_key=9f86d081884c7d659a2feaa0c55ad015" })),
      reports: [
        { message: "value", at: BODY, text: '"https://example.com/a?api_key=9f86d081884c7d659a2feaa0c55ad015"' },
      ],
    },
    "a key that a mapping puts together": {
      given: asked(request("single_select", { request_text: '{{"Bearer " + "9f86d081884c7d659a2feaa0c55ad015"}}' })),
      reports: [{ message: "value", at: field("request_text") }],
    },
    "a key in what should be JSON": {
      given: asked(request("single_select", { context: `{"note": "${KEY}"` })),
      reports: [{ message: "value", at: field("context") }],
    },
    "a key in a list": {
      given: posted(context({ notes: [`Use ${KEY}`] })),
      reports: [{ message: "value", at: BODY, text: `"Use ${KEY}"` }],
    },
    "a key in the address of a picture": {
      given: posted(request("single_select", { image_url: "https://files.example.com/a.png?api_key=a1b2c3d4e5" })),
      reports: [{ message: "value", at: BODY, text: '"https://files.example.com/a.png?api_key=a1b2c3d4e5"' }],
    },
    "a mapped key in the address of a picture": {
      given: posted(
        request("single_select", { image_url: "https://files.example.com/a.png?access_token={{1.token}}" }),
      ),
      reports: [{ message: "value", at: BODY, text: '"https://files.example.com/a.png?access_token={{1.token}}"' }],
    },
    "a password in the address of a video": {
      given: posted(request("single_select", { video_url: "https://ada:lovelace1@files.example.com/a.mp4" })),
      reports: [{ message: "value", at: BODY, text: '"https://ada:lovelace1@files.example.com/a.mp4"' }],
    },
    "a key in the text": {
      given: asked(request("single_select", { request_text: `Authorization: Bearer ${"a1".repeat(12)}` })),
      reports: [{ message: "value", at: field("request_text") }],
    },
  },
});
