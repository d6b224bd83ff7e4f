import { hitlImageNeedsApiCall } from "../../../../src/lint/rules/hitl/image-needs-api-call.ts";
import { describeRule } from "../../describe-rule.ts";
import { blueprint, type JsonObject, module, post, webhook } from "./flows.ts";

const image = { type: "image", image_url: "https://example.com/a.png" };
const create = (mapper: JsonObject) => blueprint([webhook(), module(2, "hitl:createRequest", { mapper })]);

describeRule(hitlImageNeedsApiCall, {
  good: {
    "a question about text": create({ request_text: "Is this in order?" }),
    "the type that it has anyway": create({ type: "markdown" }),
    "an empty field": create({ image_url: "" }),
    "an image in the text": create({ request_text: "Is ![this](https://example.com/a.png) in order?" }),
    "a request over HTTP": blueprint([webhook(), post(2, image)]),
  },
  bad: {
    "the address of an image": {
      given: create(image),
      reports: [{ message: "field", at: "/flow/1/mapper/type" }],
    },
    "a mapped address": {
      given: create({ image_url: "{{1.url}}" }),
      reports: [{ message: "field", at: "/flow/1/mapper/image_url" }],
    },
  },
});
