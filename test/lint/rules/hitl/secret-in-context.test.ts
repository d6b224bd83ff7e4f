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
